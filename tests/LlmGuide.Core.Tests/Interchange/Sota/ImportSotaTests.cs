using System.Text;

using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Sota;

/// <summary>Leaderboards that come in as JSON: each row is accounted for, and a bad one stops none of the others.</summary>
[OnEachDatabase]
public sealed class ImportSotaTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    private readonly string _task = $"Task {Guid.NewGuid():N}";

    private GuideDatabase Database => bare.Database;

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_table_comes_in_with_its_task_its_metrics_and_its_source()
    {
        var (counts, entries) = await ImportAsync(
            Rows(Row("A", "\"F1\": \"91.0 ± 0.3\", \"Error\": 9"), Row("B", "\"F1\": \"1,024\", \"Error\": \"n/a\"")));
        Assert.Equal((2, 2, 1, 1), (counts.Rows, counts[ImportOutcome.Created], counts.Tasks, counts.Benchmarks));
        Assert.All(entries, e => Assert.Null(e.Reason));
        var board = await BoardAsync();
        Assert.Equal([("F1", true), ("Error", false)], board.Columns.Select(c => (c.Name, c.HigherIsBetter!.Value)));
        Assert.Equal(["1,024", "91.0 ± 0.3"], board.Results.Items.Select(r => r.Scores[board.Columns[0].Id].Text));
        Assert.Equal("https://example.org/A", board.Results.Items[1].SourceUrl);
        Assert.Single(board.Results.Items[0].Scores);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var file = Rows(Row("A", "\"F1\": \"91.0\""), Row("A", "\"F1\": \"92.0\""));
        await ImportAsync(file);
        var (again, _) = await ImportAsync(file);
        Assert.Equal((2, 2), (again.Rows, again[ImportOutcome.Unchanged]));
        Assert.Equal(2, (await BoardAsync()).Results.Total);
    }

    [Fact]
    public async Task A_row_that_stands_twice_is_taken_once()
    {
        var (counts, _) = await ImportAsync(Rows(Row("A", "\"F1\": 91"), Row("A", "\"F1\": 91")));
        Assert.Equal((1, 1), (counts[ImportOutcome.Created], counts[ImportOutcome.Unchanged]));
    }

    [Fact]
    public async Task What_was_not_known_is_completed_and_what_differs_stands_beside()
    {
        await ImportAsync(Rows(Row("A", "\"F1\": 91", date: "")));
        var (counts, _) = await ImportAsync(Rows(Row("A", "\"F1\": 91, \"EM\": 80", date: "2019"), Row("A", "\"F1\": 90")));
        Assert.Equal((1, 1), (counts[ImportOutcome.Merged], counts[ImportOutcome.Created]));
        var rows = (await BoardAsync(new BoardFilter(BoardFilter.ByModel))).Results.Items;
        Assert.Equal([(new PartialDate(2019), 2), (new PartialDate(2020, 5, 1), 1)], rows.Select(r => (r.Date!.Value, r.Scores.Count)));
    }

    [Theory]
    [InlineData("\"F1\": \"Please tell us\"", "“Please tell us” is not a number")]
    [InlineData("\"F1\": \"-\"", "no value in any metric")]
    [InlineData("\"F1\": \"0,85\"", "two ways")]
    [InlineData("\"F2\": 90", "“F2” is not among the metrics of the table")]
    public async Task A_row_without_a_readable_value_is_refused_with_its_line_and_the_rest_goes_on(string metrics, string reason)
    {
        var (counts, entries) = await ImportAsync(Rows(Row("A", metrics), Row("B", "\"F1\": 90")));
        Assert.Equal((1, 1), (counts[ImportOutcome.Refused], counts[ImportOutcome.Created]));
        var refused = entries.Single(e => e.Outcome == ImportOutcome.Refused);
        Assert.Contains(reason, refused.Reason);
        Assert.Equal(7, refused.Line);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_leaves_the_others_of_its_row()
    {
        var (counts, entries) = await ImportAsync(Rows(Row("A", "\"F1\": 91, \"EM\": \"soon\"", date: "June 2019")));
        Assert.Equal(1, counts[ImportOutcome.Created]);
        Assert.Contains("“soon” is not a number", entries.Single().Reason);
        Assert.Contains("“June 2019” is not a date", entries.Single().Reason);
    }

    [Fact]
    public async Task A_fraction_among_percentages_is_read_as_percent()
    {
        await ImportAsync(Rows(Row("A", "\"F1\": 91"), Row("B", "\"F1\": 0.93"), Row("C", "\"F1\": 88")));
        var board = await BoardAsync();
        Assert.Equal(["B", "A", "C"], board.Results.Items.Select(r => r.Model));
    }

    [Fact]
    public async Task A_number_without_a_source_is_refused_unless_one_is_given()
    {
        var file = Rows(Row("A", "\"F1\": 91", paper: ""));
        var (counts, entries) = await ImportAsync(file);
        Assert.Equal(1, counts[ImportOutcome.Refused]);
        Assert.Contains("no source", entries.Single().Reason);
        var (given, _) = await ImportAsync(
            file, source: new ImportSource("A leaderboard", "https://example.org/board", "CC BY 4.0", "From a leaderboard."));
        Assert.Equal(1, given[ImportOutcome.Created]);
        Assert.Equal(("A leaderboard", "https://example.org/board"), (
            (await BoardAsync()).Results.Items.Single().Source, (await BoardAsync()).Results.Items.Single().SourceUrl));
    }

    [Fact]
    public async Task A_file_that_is_cut_gives_what_stands_before_the_cut()
    {
        var whole = Rows(Row("A", "\"F1\": 91"), Row("B", "\"F1\": 92"));
        var (counts, entries) = await ImportAsync(whole[..(whole.IndexOf("\"B\"", StringComparison.Ordinal) + 3)]);
        Assert.Equal((2, 1, 1), (counts.Rows, counts[ImportOutcome.Created], counts[ImportOutcome.Refused]));
        Assert.Contains("cannot be read from here on", entries[^1].Reason);
        Assert.Equal(8, entries[^1].Line);
    }

    [Fact]
    public async Task The_name_of_a_task_may_stand_after_its_tables()
    {
        var (counts, _) = await ImportAsync(
            $$"""[{"datasets": [{"dataset": "Set", "sota": {"metrics": ["F1"], "rows": [{{Row("A", "\"F1\": 91")}}] } }], "task": "{{_task}}" }]""");
        Assert.Equal(1, counts[ImportOutcome.Created]);
    }

    [Fact]
    public async Task A_part_of_a_data_set_is_a_setting_and_extra_data_a_track()
    {
        await ImportAsync($$"""
            {"task": "{{_task}}", "datasets": [{"dataset": "Set", "sota": {}, "subdatasets": [{"sota": {"metrics": ["F1"], "rows": [{{Row("A", "\"F1\": 91").Replace("\"metrics\"", "\"uses_additional_data\": true, \"metrics\"", StringComparison.Ordinal)}}] }, "subdataset": "hard part" }] }] }
            """);
        var row = (await BoardAsync()).Results.Items.Single();
        Assert.Equal(("hard part", "extra data"), (row.Setting, row.Track));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var (counts, _) = await ImportAsync(Rows(Row("A", "\"F1\": 91")), dryRun: true);
        Assert.Equal((1, 1), (counts[ImportOutcome.Created], counts.Tasks));
        Assert.Null(await Database.Get<TaskPageQuery>().RunAsync(Slug.Of(_task), null, 1, Cancelled));
    }

    [Fact]
    public async Task Each_of_many_rows_keeps_its_own_scores()
    {
        const int Many = 501;
        var (counts, _) = await ImportAsync(
            Rows([.. Enumerable.Range(1, Many).Select(i => Row($"M{i}", $"\"F1\": {i}, \"EM\": {Many - i}"))]));
        Assert.Equal(Many, counts[ImportOutcome.Created]);
        var board = (await BoardAsync()).Facts.Slug;
        var seen = 0;
        for (var after = 0; await Database.Get<BenchmarkApiQuery>()
            .ResultsAsync(board, after, 200, Cancelled) is { Items.Count: > 0 } batch; after = Cursor.Parse(batch.Next)!.Value)
        {
            Assert.All(batch.Items, r => Assert.Equal([int.Parse(r.Model[1..], System.Globalization.CultureInfo.InvariantCulture),
                Many - int.Parse(r.Model[1..], System.Globalization.CultureInfo.InvariantCulture)], r.Scores.Select(s => s.Value)));
            seen += batch.Items.Count;
            if (batch.Next is null)
            {
                break;
            }
        }

        Assert.Equal(Many, seen);
    }

    [Fact]
    public async Task A_dry_run_of_more_than_one_batch_counts_each_new_name_once()
    {
        var rows = string.Join(",\n", Enumerable.Range(1, 1_500).Select(i => Row($"M{i}", "\"F1\": 91")));
        var sets = Enumerable.Range(1, 3)
            .Select(set => $$$"""{"dataset": "Set {{{set}}}", "sota": {"metrics": ["F1"], "rows": [{{{rows}}}]} }""");
        var file = $$"""[{"task": "{{_task}}", "datasets": [{{string.Join(",", sets)}}] }]""";
        var (counts, _) = await ImportAsync(file, dryRun: true);
        Assert.Equal((4_500, 4_500, 1, 3), (counts.Rows, counts[ImportOutcome.Created], counts.Tasks, counts.Benchmarks));
    }

    [Fact]
    public async Task What_a_curator_took_out_stays_out()
    {
        var file = Rows(Row("A", "\"F1\": 91"), Row("B", "\"F1\": 92"));
        await ImportAsync(file);
        var wrong = (await BoardAsync()).Results.Items.Single(r => r.Model == "A").Id;
        var draft = await Database.Get<DraftQuery>().RunAsync(Database.Get<ResultSubject>(), wrong.ToInvariantString(), Cancelled);
        Assert.Null((await Database.Get<Editing>().SaveAsync(
            Database.Get<ResultSubject>(), Actor.Operator, draft!.To(draft.Draft with { Removed = true }, "Not so."), Cancelled)).Refusal);
        var (counts, entries) = await ImportAsync(file);
        Assert.Equal(2, counts[ImportOutcome.Unchanged]);
        Assert.Contains("A curator removed it", entries[0].Reason);
        Assert.Equal(["B"], (await BoardAsync()).Results.Items.Select(r => r.Model));
    }

    [Fact]
    public async Task Only_who_edits_the_catalogue_may_import()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Rows(Row("A", "\"F1\": 91"))));
        var outcome = await Database.Get<ImportSota>()
            .RunAsync(file, new ImportChoice(false, null), new Actor(7, "somebody", Role.None), _ => { }, null, Cancelled);
        Assert.Equal(Cause.NotAllowed, outcome.Refusal!.Cause);
    }

    [Fact]
    public async Task An_import_stands_in_the_public_log()
    {
        await ImportAsync(Rows(Row("A", "\"F1\": 91")));
        await using var db = await Database.OpenAsync();
        Assert.Contains("1 new", (await db.Set<LlmGuide.Core.Data.LogEntry>()
            .OrderByDescending(e => e.Id).FirstAsync(e => e.Act == "imported", Cancelled)).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("[1, 2")]
    [InlineData("{\"task\": [}")]
    public async Task What_is_no_list_of_tasks_is_one_refusal_and_no_failure(string file)
    {
        var (counts, entries) = await ImportAsync(file);
        Assert.Equal((1, 1), (counts.Rows, counts[ImportOutcome.Refused]));
        Assert.NotEmpty(entries.Single().Reason!);
    }

    private string Rows(params string[] rows) => $$"""
        [
          {
            "task": "{{_task}}",
            "datasets": [{
              "dataset": "Set",
              "sota": { "metrics": ["F1", "EM", "Error"], "rows": [
        {{string.Join(",\n", rows)}}
        ] } }]
          }
        ]
        """;

    private static string Row(string model, string metrics, string date = "2020-05-01", string? paper = null) =>
        $$"""{ "model_name": "{{model}}", "paper_title": "Paper of {{model}}", "paper_url": "{{paper ?? $"https://example.org/{model}"}}", "paper_date": "{{date}}", "code_links": [], "metrics": { {{metrics}} } }""";

    private async Task<(ImportCounts Counts, List<ImportEntry> Entries)> ImportAsync(
        string json, bool dryRun = false, ImportSource? source = null)
    {
        var entries = new List<ImportEntry>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var outcome = await Database.Get<ImportSota>()
            .RunAsync(file, new ImportChoice(dryRun, source), Actor.Operator, entries.Add, null, Cancelled);
        Assert.Null(outcome.Refusal);
        Assert.Equal(outcome.Value!.Rows, outcome.Value.Accounted);
        Assert.Equal(outcome.Value.Rows, entries.Count);
        return (outcome.Value, entries);
    }

    private async Task<BoardView> BoardAsync(BoardFilter? filter = null)
    {
        var task = await Database.Get<TaskPageQuery>().RunAsync(Slug.Of(_task), null, 1, Cancelled);
        return (await Database.Get<BoardQuery>()
            .RunAsync(task!.Benchmarks.Items.Single().Slug, filter ?? new BoardFilter(), 1, Cancelled))!;
    }
}
