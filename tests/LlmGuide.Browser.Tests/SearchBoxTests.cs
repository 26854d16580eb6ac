using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>The box in the bar offers the first hits while somebody types.</summary>
public sealed class SearchBoxTests(Browser browser)
{
    [Fact]
    public async Task A_hit_is_chosen_by_the_keyboard()
    {
        var page = await browser.OpenAsync("/about");
        var box = Box(page);
        await box.FillAsync("transfomer");
        await Assertions.Expect(Hits(page).First).ToContainTextAsync("The Transformer");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(Hits(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await Axe.FindsNothingAsync(page);
        foreach (var back in (string[])["Home", "End", "ArrowUp", "ArrowLeft"])
        {
            await box.PressAsync(back);
            await Assertions.Expect(box).Not.ToHaveAttributeAsync("aria-activedescendant", "hit-0");
            await Assertions.Expect(box).ToBeFocusedAsync();
            await box.PressAsync("ArrowDown");
            await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "hit-0");
        }

        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/topics/transformer");
    }

    [Fact]
    public async Task Escape_closes_the_list_and_Enter_sends_the_form_whose_words_stay()
    {
        var page = await browser.OpenAsync("/about");
        await Box(page).FillAsync("attention");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator(".find [role=status]")).ToContainTextAsync("8 of ");
        await Box(page).PressAsync("Escape");
        await Assertions.Expect(Hits(page).First).ToBeHiddenAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("attention");
        await Box(page).PressAsync("ArrowDown");
        await Assertions.Expect(Hits(page).First).ToBeVisibleAsync();
        await Box(page).PressAsync("ArrowUp");
        await Assertions.Expect(Hits(page).Last).ToHaveAttributeAsync("aria-selected", "true");
        await Box(page).PressAsync("Escape");
        await Assertions.Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "false");
        await Box(page).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=attention");
        await Assertions.Expect(Box(page)).ToHaveValueAsync("attention");
    }

    private static ILocator Box(IPage page) => page.Locator(".find input");

    private static ILocator Hits(IPage page) => page.Locator(".find [role=option]");
}
