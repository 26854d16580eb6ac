using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A page that is used without a mouse.</summary>
internal static class KeyboardPage
{
    /// <summary>Goes to a field and types.</summary>
    public static async Task TypeAsync(this IPage page, ILocator field, string text)
    {
        await field.FocusAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a link, a button or a summary and opens it.</summary>
    public static async Task EnterAsync(this IPage page, ILocator control)
    {
        await control.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
