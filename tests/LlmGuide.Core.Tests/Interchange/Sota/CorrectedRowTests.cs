using System.Text;

using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Leaderboards.Edits;

namespace LlmGuide.Core.Tests.Interchange.Sota;

/// <summary>A file from before a correction, or a removal, does not undo it.</summary>
[OnEachDatabase]
public sealed class CorrectedRowTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_value_that_was_corrected_here_does_not_come_back_beside_the_right_one()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Equal(ImportOutcome.Merged, (await ImportAsync(desk, "A", "91")).Outcome);
        var id = await desk.ResultOfAAsync();
        Assert.Null((await desk.ChangeAsync(desk.Results, id, d => d with { Scores = [new ScoreDraft("F1", "92")] })).Refusal);
        var entry = await ImportAsync(desk, "A", "91");
        Assert.Equal(ImportOutcome.Corrected, entry.Outcome);
        Assert.StartsWith($"Corrected here since, as result {id} on ", entry.Reason);
        Assert.EndsWith(": F1 is 92, not 91. Because.", entry.Reason);
        Assert.Equal([92d], await ValuesAsync(desk));
    }

    [Fact]
    public async Task A_model_that_was_renamed_here_is_known_by_its_old_name_and_other_numbers_still_come_in()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Results, await desk.ResultOfAAsync(), d => d with { Model = "A (large)" })).Refusal);
        Assert.Contains("the model is “A (large)”", (await ImportAsync(desk, "A", "91")).Reason);
        Assert.Equal(ImportOutcome.Created, (await ImportAsync(desk, "A", "90")).Outcome);
        Assert.Equal([91d, 90d], await ValuesAsync(desk));
    }

    [Fact]
    public async Task What_was_corrected_twice_is_told_from_both()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var id = await desk.ResultOfAAsync();
        foreach (var value in (string[])["92", "93 ± 1"])
        {
            Assert.Null((await desk.ChangeAsync(desk.Results, id, d => d with { Scores = [new ScoreDraft("F1", value)] })).Refusal);
        }

        Assert.Contains("F1 is 93 ± 1, not 91", (await ImportAsync(desk, "A", "91")).Reason);
        Assert.Contains("F1 is 93 ± 1, not 92", (await ImportAsync(desk, "A", "92")).Reason);
        Assert.Equal([93d], await ValuesAsync(desk));
    }

    [Fact]
    public async Task A_benchmark_that_was_taken_out_gets_no_rows_and_no_double()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = true })).Refusal);
        var entry = await ImportAsync(desk, "B", "95");
        Assert.Equal(
            (ImportOutcome.Unchanged, "A curator removed the benchmark from the guide, so it is left out."), (entry.Outcome, entry.Reason));
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = false })).Refusal);
        Assert.Equal([91d], await ValuesAsync(desk));
    }

    private static async Task<ImportEntry> ImportAsync(BoardDesk desk, string model, string value)
    {
        var entries = new List<ImportEntry>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$$"""
            [{ "task": "Tagging", "datasets": [{ "dataset": "News", "sota": { "metrics": ["F1"], "rows": [
              { "model_name": "{{{model}}}", "paper_url": "https://example.org/{{{model}}}", "metrics": { "F1": "{{{value}}}" } }] } }] }]
            """));
        var outcome = await desk.Database.Get<ImportSota>()
            .RunAsync(file, new ImportChoice(false, null), desk.Ada, entries.Add, null, Cancelled);
        Assert.Equal((1, 1), (outcome.Value!.Rows, outcome.Value.Accounted));
        return Assert.Single(entries);
    }

    private static async Task<IEnumerable<double>> ValuesAsync(BoardDesk desk)
    {
        var board = await desk.BoardAsync();
        return board.Results.Items.Select(r => r.Scores[board.Columns[0].Id].Value);
    }
}
