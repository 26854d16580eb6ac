using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Leaderboards.Edits;

/// <summary>Results are added, corrected, taken out and brought back.</summary>
[OnEachDatabase]
public sealed class ResultEditingTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_result_stands_on_the_leaderboard_as_its_source_has_it()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var added = await desk.AddAsync(
            desk.Results, BoardDesk.Result() with { Date = "2019-06", Setting = "5-shot", Note = "24M parameters" });
        Assert.Null(added.Refusal);
        var board = await desk.BoardAsync();
        var row = board.Results.Items.Single(r => r.Model == "B");
        Assert.Equal((92.5, "92.5 ± 0.3", "5-shot", "2019-06", "A paper"), (row.Scores[board.Columns[0].Id].Value,
            row.Scores[board.Columns[0].Id].Text, row.Setting, row.Date!.Value.ToString(), row.Source));
        var revision = Assert.Single(await desk.HistoryAsync(LogKind.Result, added.Value!.Key));
        Assert.Equal(("added", "ada"), (revision.Act, revision.By));
        await using var db = await desk.Database.OpenAsync();
        Assert.Equal("B on News", await db.Log.Select(e => e.Title).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task What_a_removed_work_describes_is_saved_as_it_stands_and_nothing_else_can_name_it()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var key = await desk.ResultOfAAsync();
        var work = await desk.AddWorkAsync("paper");
        Assert.Null((await desk.ChangeAsync(desk.Results, key, d => d with { Resource = "paper" })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Resource = "paper" })).Refusal);
        await desk.RemoveWorkAsync(work);

        Assert.Null((await desk.ChangeAsync(desk.Results, key, d => d with { Note = "12 layers" })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Year = 2004 })).Refusal);
        Assert.Equal(
            ("paper", "12 layers"),
            (await desk.DraftAsync(desk.Results, key)).Draft is var result ? (result.Resource, result.Note) : default);
        Assert.Equal("paper", (await desk.DraftAsync(desk.Benchmarks, "news")).Draft.Resource);
        Assert.Equal(
            nameof(ResultDraft.Resource),
            (await desk.AddAsync(desk.Results, BoardDesk.Result() with { Resource = "paper" })).Refusal?.Field);
        Assert.Equal(
            nameof(BenchmarkDraft.Resource),
            (await desk.ChangeAsync(desk.Benchmarks, "wires", d => d with { Resource = "paper" })).Refusal?.Field);
    }

    [Theory]
    [InlineData("", "https://example.org/t", "enter who published it")]
    [InlineData("A paper", "", "enter the address of the number")]
    [InlineData("A paper", "table 3", "not a complete address")]
    [InlineData("Somebody else", "https://example.org/t", "Enter its home page")]
    public async Task A_result_without_a_source_is_refused(string source, string place, string why)
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var refused = await desk.AddAsync(desk.Results, BoardDesk.Result() with { Source = source, SourceUrl = place });
        Assert.Contains(why, refused.Refusal?.Why);
        Assert.Equal(1, (await desk.BoardAsync()).Results.Total);
    }

    [Fact]
    public async Task It_is_said_who_measured_it_on_which_version_and_what_is_no_model()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Equal(
            (nameof(ResultDraft.MeasuredBy), "Say who measured it."),
            (await desk.AddAsync(desk.Results, BoardDesk.Result() with { MeasuredBy = "" })).Refusal is { } refusal
                ? (refusal.Field, refusal.Why) : default);
        Assert.Equal(
            nameof(ResultDraft.MeasuredBy),
            (await desk.AddAsync(desk.Results, BoardDesk.Result() with { MeasuredBy = "vendor" })).Refusal?.Field);
        var added = await desk.AddAsync(desk.Results, BoardDesk.Result() with
        {
            MeasuredBy = "third party (Scale AI)",
            BenchmarkVersion = "1.0.1",
            Reference = "human",
        });
        Assert.Null(added.Refusal);
        var draft = (await desk.DraftAsync(desk.Results, added.Value!.Key)).Draft;
        Assert.Equal(("third party (Scale AI)", "1.0.1", "human"), (draft.MeasuredBy, draft.BenchmarkVersion, draft.Reference));
        Assert.Null((await desk.ChangeAsync(desk.Results, added.Value.Key, d => d with { Reference = "" })).Refusal);
        Assert.Contains(
            (await desk.HistoryAsync(LogKind.Result, added.Value.Key))[0].Fields, f => f is { Before: "human", After: null or "" });
    }

    [Fact]
    public async Task A_benchmark_without_results_takes_one_by_its_own_metric_or_by_one_that_comes_with_it()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.AddAsync(desk.Benchmarks, new BenchmarkDraft
        {
            Name = "Fresh",
            Task = "tagging",
            Url = "https://example.org/fresh",
            Metric = "f1",
        })).Refusal);
        Assert.Null((await desk.AddAsync(desk.Results, BoardDesk.Result() with { Benchmark = "fresh" })).Refusal);
        Assert.Equal(["F1"], (await desk.BoardAsync("fresh")).Columns.Select(c => c.Name));

        var named = BoardDesk.Result() with { Benchmark = "wires", Scores = [new ScoreDraft("Cost", "0.3")] };
        Assert.Equal(nameof(ResultDraft.Scores), (await desk.AddAsync(desk.Results, named)).Refusal?.Field);
        Assert.Null((await desk.AddAsync(desk.Results, named with { NewMetric = new NewMetricDraft("Cost", false) })).Refusal);
        Assert.Equal([("Cost", false)], (await desk.BoardAsync("wires")).Columns.Select(c => (c.Name, c.HigherIsBetter!.Value)));
    }

    [Theory]
    [InlineData("F1", "0,85", "two ways")]
    [InlineData("F1", "good", "is not a number")]
    [InlineData("F1", "n/a", "a value in at least one metric")]
    [InlineData("BLEU", "30", "“News” is not scored by “BLEU”")]
    public async Task A_value_that_cannot_be_read_is_refused(string metric, string value, string why)
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var refused = await desk.AddAsync(desk.Results, BoardDesk.Result() with { Scores = [new ScoreDraft(metric, value)] });
        Assert.Contains(why, refused.Refusal?.Why);
        Assert.Equal("Scores", refused.Refusal?.Field);
    }

    [Fact]
    public async Task A_wrong_number_is_corrected_and_the_old_one_is_in_the_history()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var key = await desk.ResultOfAAsync();
        Assert.Null((await desk.ChangeAsync(
            desk.Results, key, d => d with { Scores = [new ScoreDraft("F1", "90.1"), new ScoreDraft("EM", "1,024")] })).Refusal);
        var board = await desk.BoardAsync();
        Assert.Equal([90.1, 1024], board.Columns.Select(c => board.Results.Items[0].Scores[c.Id].Value));
        var fields = Assert.Single(await desk.HistoryAsync(LogKind.Result, key)).Fields;
        Assert.Equal(("91", "90.1"), (fields[0].Before, fields[0].After));
    }

    [Fact]
    public async Task A_new_source_comes_with_its_home_and_two_that_disagree_stand_side_by_side()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var other = BoardDesk.Result("A", "89") with
        {
            Source = "A blog",
            SourceHome = "https://blog.example.org",
            SourceLicence = "CC BY 4.0",
            SourceAttribution = "By a blog.",
        };
        Assert.Null((await desk.AddAsync(desk.Results, other)).Refusal);
        var board = await desk.BoardAsync();
        Assert.Equal(["A", "A"], board.Results.Items.Select(r => r.Model));
        Assert.Contains(board.Sources, s => s is { Name: "A blog", Attribution: "By a blog." });
        Assert.Contains("is already listed", (await desk.AddAsync(desk.Results, other with { SourceHome = null })).Refusal?.Why);
        Assert.Contains(
            "already a source “A blog”",
            (await desk.AddAsync(desk.Results, other with { SourceHome = "https://elsewhere.example.org" })).Refusal?.Why);
    }

    [Fact]
    public async Task A_result_that_is_taken_out_is_nowhere_to_be_read_and_can_come_back()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var key = await desk.ResultOfAAsync();
        Assert.Null((await desk.ChangeAsync(desk.Results, key, d => d with { Removed = true })).Refusal);
        Assert.Equal(0, (await desk.BoardAsync()).Results.Total);
        Assert.Equal(
            0, (await desk.Database.Get<Core.Leaderboards.Benchmarks.BenchmarkApiQuery>().ResultsAsync("news", 0, 10, Cancelled))!.Total);
        Assert.Null((await desk.ChangeAsync(desk.Results, key, d => d with { Removed = false })).Refusal);
        Assert.Equal(1, (await desk.BoardAsync()).Results.Total);
    }
}
