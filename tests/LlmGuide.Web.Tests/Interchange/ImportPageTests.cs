using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Revisions;

namespace LlmGuide.Web.Tests.Interchange;

/// <summary>A curator sends a file of leaderboards, sees what would become of it, and imports it.</summary>
public sealed class ImportPageTests
{
    private const string File = """
        [{"task": "Translation", "datasets": [{"dataset": "WMT99", "sota": {"metrics": ["BLEU"], "rows": [
        {"model_name": "Sent by hand", "paper_url": "https://example.org/a", "metrics": {"BLEU": "31.4"}},
        {"model_name": "Not read", "paper_url": "https://example.org/b", "metrics": {"BLEU": "good"}}]}}]}]
        """;

    [Fact]
    public async Task Nothing_is_written_before_the_curator_says_so_and_then_the_pages_show_it_at_once()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync("import", ("text", File));
        await EndedAsync(ada);
        Assert.Contains("2 rows, 0 new tasks, 1 new benchmark. Nothing is written yet.", ada.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "3"], ada.Page.QuerySelectorAll("tbody td[data-l=Line]").Select(e => e.TextContent));
        Assert.Contains("“good” is not a number.", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("WMT99", await site.Host.TextAsync("/tasks/translation"), StringComparison.Ordinal);
        await ada.SendAsync("really");
        await EndedAsync(ada);
        Assert.Contains("Imported", ada.Text, StringComparison.Ordinal);
        Assert.Contains("WMT99", await site.Host.TextAsync("/tasks/translation"), StringComparison.Ordinal);
        Assert.Contains("Sent by hand", await site.Host.TextAsync("/benchmarks/wmt99"), StringComparison.Ordinal);
        Assert.Contains(
            "1 new, 0 completed, 0 unchanged, 0 corrected here since, 1 refused",
            await site.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_can_be_narrowed_to_what_was_refused()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync("import", ("text", File));
        await EndedAsync(ada);
        await ada.OpenAsync($"{ada.Address.AbsolutePath}?show=refused");
        Assert.Equal("Not read", Assert.Single(ada.Page.QuerySelectorAll("tbody th")).TextContent);
    }

    [Theory]
    [InlineData("", "", "", "Choose a file, or paste its text.")]
    [InlineData("[]", "A site", "example", "not a complete address")]
    [InlineData("[]", "", "https://example.org", "Say what the source is called.")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string text, string source, string address, string why)
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync("import", ("text", text), ("source", source), ("source-url", address));
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains(why, ada.Text, StringComparison.Ordinal);
        Assert.Equal(source, ada.Page.QuerySelector("#source")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_file_that_is_cut_in_the_middle_is_read_as_far_as_it_goes()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync("import", ("text", File[..(File.IndexOf("Not read", StringComparison.Ordinal) + 4)]));
        await EndedAsync(ada);
        Assert.Contains("2 rows,", ada.Text, StringComparison.Ordinal);
        Assert.Contains("The file cannot be read from here on", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_curator_is_refused_and_an_import_that_is_not_known_is_not_there()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, ada.Status);
        using var reader = await site.BrowserAsync("reader", Role.None);
        await reader.OpenAsync("/curate/import");
        Assert.Equal(HttpStatusCode.Forbidden, reader.Status);
        await reader.OpenAsync("/curate/import/nowhere/live");
        Assert.Equal(HttpStatusCode.Forbidden, reader.Status);
    }

    [Fact]
    public async Task An_awesome_list_is_previewed_line_by_line_and_then_imported()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync(
            "list", ("markdown", "# Things\n\n## Trees of words\n\n- [A parser](https://example.org/parser) - Parses.\n- [Up](#things)\n"));
        await EndedAsync(ada);
        Assert.Contains("6 lines, 1 new work, 1 new topic. Nothing is written yet.", ada.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "3", "5", "6"], ada.Page.QuerySelectorAll("tbody td[data-l=Line]").Select(e => e.TextContent));
        Assert.Contains("A link to another place of the list.", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A parser", await site.Host.TextAsync("/resources"), StringComparison.Ordinal);
        await ada.SendAsync("really");
        await EndedAsync(ada);
        Assert.Contains("A parser", await site.Host.TextAsync("/topics/trees-of-words"), StringComparison.Ordinal);
        Assert.Contains(
            "new works: 1, works in more topics: 0, new topics: 1.", await site.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_HTML_is_refused_with_a_sentence()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/import");
        await ada.SendAsync("list", ("markdown", "<!DOCTYPE html><html><body>A list</body></html>"));
        await EndedAsync(ada);
        Assert.Contains("This is a page in HTML, not Markdown.", ada.Text, StringComparison.Ordinal);
    }

    /// <summary>Follows to the page of the import and waits, on its stream of news, for the end.</summary>
    private static async Task EndedAsync(Browser browser)
    {
        Assert.Equal((HttpStatusCode.Found, ""), (browser.Status, browser.Status == HttpStatusCode.Found ? "" : browser.Text));
        var job = browser.Location!;
        await browser.OpenAsync($"{job}/live");
        Assert.Contains("event: ended", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync(job);
    }
}
