using System.Text.Json;

using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

/// <summary>Awesome lists come in through the shell.</summary>
public sealed class ImportListVerbTests : IDisposable
{
    private const string List = """
        # Awesome things

        ## Parsing and trees

        How words hang together.

        - [A parser](https://example.org/parser) - Parses.
          - [Its notes](https://example.org/notes)
        - [That work](http://www.example.org/work/)
        - [Up](#parsing-and-trees)
        """;

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_report_in_json_accounts_for_every_line_and_is_all_that_standard_output_has()
    {
        await ReadyAsync();
        var import = (await _checkout.RunAsync("import", "list.md", "--dry-run", "--format", "json")).Succeeds();
        using var report = JsonDocument.Parse(import.Output);
        var entries = report.RootElement.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 10), entries.Select(e => e.GetProperty("line").GetInt32()));
        Assert.Equal(0, report.RootElement.GetProperty("unaccounted").GetInt32());
        Assert.Equal(
            ["7 created A parser Parses. ", "8 created Its notes  A parser", "9 merged That work  "],
            entries.Where(e => e.GetProperty("outcome").GetString() is "created" or "merged").Select(Words));
        Assert.Equal(
            ["Awesome things", "Parsing and trees"], entries[6].GetProperty("headings").EnumerateArray().Select(h => h.GetString()));
        Assert.Equal((2, 1), (Count("created"), Count("merged")));
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Resources WHERE Title = 'A parser'"));

        int Count(string name) => report.RootElement.GetProperty("counts").GetProperty(name).GetInt32();
        static string Words(JsonElement entry) =>
            $"{entry.GetProperty("line")} {entry.GetProperty("outcome")} {entry.GetProperty("title")} "
            + $"{entry.GetProperty("description")} {entry.GetProperty("parent")}";
    }

    [Fact]
    public async Task A_list_goes_into_one_topic_where_that_is_asked_for()
    {
        await ReadyAsync();
        var import = (await _checkout.RunAsync("import", "list.md", "--into", "one")).Succeeds();
        Assert.Contains("10 lines: 2 created, 1 merged, 3 noted, 4 skipped; 0 new topics.", import.Output, StringComparison.Ordinal);
        Assert.Equal(2, _checkout.Sql(
            "SELECT count(*) FROM Placements p JOIN Resources r ON r.Id = p.ResourceId JOIN Topics t ON t.Id = p.TopicId "
            + "WHERE t.Slug = 'one' AND r.Url IN ('https://example.org/parser', 'https://example.org/notes')"));
        Assert.Equal(1, (await _checkout.RunAsync("import", "list.md", "--into", "nowhere")).Code);
    }

    public void Dispose() => _checkout.Dispose();

    private async Task ReadyAsync()
    {
        await _checkout.SeededAsync();
        await File.WriteAllTextAsync(_checkout.PathOf("list.md"), List, GuideHost.Cancelled);
    }
}
