using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A member suggests, a curator decides, and readers see it.</summary>
public sealed class SuggestionTests(Browser browser)
{
    [Fact]
    public async Task A_member_suggests_a_curator_approves_with_the_keyboard_and_readers_see_it_at_once()
    {
        var reader = await browser.OpenAsync("/topics/quantization");
        await Assertions.Expect(reader.GetByText("Suggested in a Browser")).ToHaveCountAsync(0);
        var page = await browser.OpenAsync("/suggest?topic=quantization&kind=resource", member: "suggester", scripts: false);
        await page.FillAsync("#url", "https://example.org/suggested-in-a-browser");
        await page.PressAsync("#url", "Enter");
        await page.FillAsync("#draft-title", "Suggested in a Browser");
        await page.CheckAsync("input[name='Draft.WorkKind'][value=article]");
        await page.FillAsync("#draft-authors", "Some Body");
        await page.FillAsync("#draft-minutes", "20");
        await page.FillAsync("#draft-why", "It made the rounding clear.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send suggestion" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Thank you, it is in the queue.");

        var queue = await browser.OpenAsync("/curate", member: "decider", roles: Role.Curator, scripts: false);
        await queue.GetByRole(AriaRole.Link, new() { Name = "Suggested in a Browser", Exact = true }).ClickAsync();
        await queue.Locator("button[value=approve]").FocusAsync();
        await queue.Keyboard.PressAsync("Enter");
        await Assertions.Expect(queue.GetByRole(AriaRole.Status)).ToContainTextAsync("The suggestion is approved");
        await reader.ReloadAsync();
        await Assertions.Expect(reader.GetByText("Suggested in a Browser").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Its_pages_have_no_accessibility_fault_in_either_theme_and_fit_360_pixels()
    {
        await SuggestAsync();
        foreach (var (path, role) in ((string, Role)[])
            [("/suggest", Role.None), ("/suggest?resource=switch-transformers", Role.None),
             ("/suggest?topic=safety&kind=prerequisite", Role.None), ("/suggest?url=https://example.org/new", Role.None),
             ("/me/suggestions", Role.None), ("/curate", Role.Curator)])
        {
            await Axe.FindsNothingAsync(await browser.OpenAsync(path, member: role == Role.Curator ? "decider" : "suggester", roles: role));
        }
    }

    /// <summary>Something for the lists.</summary>
    private async Task SuggestAsync()
    {
        var page = await browser.OpenAsync("/suggest?resource=switch-transformers&field=venue", member: "suggester", scripts: false);
        await page.FillAsync("#draft-value", "Another venue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send suggestion" }).ClickAsync();
        await Following.ArrivesAsync(page, "/me/suggestions");
    }
}
