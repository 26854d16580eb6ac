using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A curator looks after the links.</summary>
public sealed class LinkTests(Browser browser)
{
    public static readonly TheoryData<string> Pages =
    [
        "/curate/links", "/curate/links?state=all", "/curate/links/attention-is-all-you-need", "/curate/add",
        "/curate/add?address=https://arxiv.org/pdf/1706.03762v7", "/curate/add?address=nonsense",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) =>
        await Axe.FindsNothingAsync(await browser.OpenAsync(path, member: "linda", roles: Role.Curator));

    [Fact]
    public async Task The_bar_of_a_round_moves_while_it_is_looked_at_and_goes_when_it_is_over()
    {
        var rounds = browser.Host.Services.GetRequiredService<LinkCheckRuns>();
        Assert.Null((await rounds.BeginAsync(Actor.Operator, "transformer", GuideHost.Cancelled)).Refusal);
        var round = (await rounds.TakeAsync(GuideHost.Cancelled))!;
        var page = await browser.OpenAsync("/curate/links", member: "linda", roles: Role.Curator);
        var plain = await browser.OpenAsync("/curate/links", member: "linda", roles: Role.Curator, scripts: false);
        Assert.Equal("0", await page.Locator("#round progress").GetAttributeAsync("value"));
        var link = (await rounds.NextAsync(round, 1, GuideHost.Cancelled)).Single();
        await browser.Host.Services.GetRequiredService<RecordLink>()
            .RunAsync(round, link, new LinkCheckResult(LinkVerdict.Fine, "200 OK"), GuideHost.Cancelled);
        await Assertions.Expect(page.Locator("#round progress")).ToHaveJSPropertyAsync("value", 1);
        await Assertions.Expect(page.Locator("#round-words")).ToContainTextAsync("1 of ");
        await plain.ClickAsync("text=Refresh");
        Assert.Equal("1", await plain.Locator("#round progress").GetAttributeAsync("value"));
        await rounds.FinishAsync(round, GuideHost.Cancelled);
        await Assertions.Expect(page.Locator("text=Check all links now")).ToBeVisibleAsync();
    }
}
