using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A work is cited from its page.</summary>
public sealed class CiteTests(Browser browser)
{
    private const string Work = "/resources/attention-is-all-you-need";

    [Theory]
    [InlineData("APA, 7th edition", "Vaswani, A., Shazeer, N., Parmar, N.", "(2017, June). Attention Is All You Need.")]
    [InlineData("MLA, 9th edition", "Vaswani, Ashish, et al. “Attention Is All You Need.”", "2017")]
    [InlineData("Chicago, author and date", "Vaswani, Ashish, Noam Shazeer, Niki Parmar, et al. 2017.", "NeurIPS 2017")]
    public async Task A_citation_comes_in_the_style_that_is_chosen(string style, string begins, string holds)
    {
        var page = await OpenAsync();
        var text = page.GetByLabel("Citation", new() { Exact = true });
        await Assertions.Expect(text).ToContainTextAsync("@inproceedings{vaswani2017attention,");
        await page.GetByLabel("Style").SelectOptionAsync(new SelectOptionValue { Label = style });

        // The style of Chicago takes a small machine seconds to read.
        await Assertions.Expect(text).ToContainTextAsync(begins, new() { Timeout = 60_000 });
        await Assertions.Expect(text).ToContainTextAsync(holds);
        await page.GetByLabel("Style").SelectOptionAsync(new SelectOptionValue { Label = "BibTeX" });
        await Assertions.Expect(text).ToContainTextAsync("@inproceedings{vaswani2017attention,");
    }

    [Fact]
    public async Task It_is_copied_and_the_box_closes_by_the_keyboard()
    {
        var page = await OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Copied.")).ToBeVisibleAsync();
        Assert.Contains(
            "vaswani2017attention", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        await Axe.FindsNothingAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByLabel("Citation", new() { Exact = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_a_script_there_are_BibTeX_and_files()
    {
        var page = await browser.OpenAsync(Work, scripts: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Citation", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Style")).ToBeHiddenAsync();
        foreach (var (name, address) in (KeyValuePair<string, string>[])
            [new("BibTeX file", $"{Work}.bib"), new("RIS", $"{Work}.ris"), new("CSL-JSON", $"{Work}.csl.json")])
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveAttributeAsync("href", address);
        }
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(Work);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite" }).ClickAsync();
        return page;
    }
}
