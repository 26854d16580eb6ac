using static Microsoft.Playwright.Assertions;

namespace LlmGuide.Browser.Tests;

/// <summary>A check is answered where it stands.</summary>
public sealed class CheckTests(Browser browser)
{
    [Fact]
    public async Task An_answer_and_a_hint_come_in_place_with_the_keyboard_alone()
    {
        var page = await browser.OpenAsync("/topics/transformer");
        var check = page.Locator("[data-check=transformer-loss-before-training]");
        await page.Locator("details.disc", new() { Has = check }).Locator("> summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var field = check.GetByLabel("Your answer, in nats");
        await field.FocusAsync();
        await page.Keyboard.TypeAsync("6.02");
        await page.Keyboard.PressAsync("Enter");
        await Expect(check.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("You took the logarithm to base 2");
        await Expect(check.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToBeFocusedAsync();
        await Expect(check.GetByText("The text has 65 different characters")).ToBeHiddenAsync();

        await check.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Show a hint" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(check.GetByText("How probable is each character")).ToBeVisibleAsync();
        await field.FillAsync("4,17");
        await page.Keyboard.PressAsync("Enter");
        await Expect(check.GetByText("Right.")).ToBeVisibleAsync();
        await Expect(check.GetByText("The text has 65 different characters")).ToBeVisibleAsync();
        Assert.EndsWith("/topics/transformer", page.Url, StringComparison.Ordinal);
    }
}
