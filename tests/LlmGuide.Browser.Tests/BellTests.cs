using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>The bell of a page that is open.</summary>
public sealed class BellTests(Browser browser)
{
    [Fact]
    public async Task The_bell_counts_as_it_happens_and_what_is_seen_no_more()
    {
        var hers = await browser.OpenAsync("/topics/distillation-and-small-models", member: "dora");
        var his = await browser.OpenAsync("/topics/distillation-and-small-models", member: "emil");
        await new TalkPage(his).PostAsync("Listen, @dora");
        await new TalkPage(hers).SeeAsync("Listen, @dora");
        await Assertions.Expect(hers.Locator("a.bell")).ToHaveAttributeAsync("aria-label", "Notifications, 1 new");
        await hers.ReloadAsync();
        await Assertions.Expect(hers.Locator("a.bell")).ToHaveAttributeAsync("aria-label", "Notifications");
        await Assertions.Expect(his.Locator("a.bell")).ToHaveAttributeAsync("aria-label", "Notifications");
    }
}
