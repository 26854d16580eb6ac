using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Search;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Leaderboards.Edits;

/// <summary>Tasks, benchmarks and metrics are taken out of the guide and brought back.</summary>
[OnEachDatabase]
public sealed class RemovedBoardTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_removed_benchmark_is_nowhere_and_comes_back_with_its_results()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = true })).Refusal);
        Assert.Null(await desk.Database.Get<BoardQuery>().RunAsync("news", new BoardFilter(), 1, Cancelled));
        Assert.Equal(["wires"], (await desk.Database.Get<TaskPageQuery>().RunAsync("tagging", null, 1, Cancelled))!.Benchmarks.Items
            .Select(b => b.Slug));
        Assert.Equal((1, 0), await CountsAsync(desk));
        Assert.Null(await desk.Database.Get<BenchmarkApiQuery>().FindAsync("news", Cancelled));
        Assert.Equal(["wires"], (await desk.Database.Get<BoardAddressesQuery>().RunAsync(100, Cancelled)).Benchmarks);
        Assert.Empty(await FoundAsync(desk, "news"));
        Assert.Equal(["news"], (await desk.Database.Get<RemovedBoardsQuery>().RunAsync(LogKind.Benchmark, Cancelled)).Select(b => b.Slug));
        var gone = (await desk.Database.Get<RemovedSubjectQuery>().RunAsync(LogKind.Benchmark, "news", Cancelled))!;
        Assert.Equal(("News", "Because."), (gone.Subject.Title, gone.Reason));

        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = false })).Refusal);
        Assert.Equal("A", (await desk.BoardAsync()).Results.Items.Single().Model);
        Assert.Equal((2, 1), await CountsAsync(desk));
        Assert.Equal(["news"], await FoundAsync(desk, "news"));
        Assert.Equal(["changed", "changed"], (await desk.HistoryAsync(LogKind.Benchmark, "news")).Select(r => r.Act));
    }

    [Fact]
    public async Task A_task_goes_once_nothing_measures_it_and_keeps_its_discussion()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var refused = await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Removed = true });
        Assert.Equal(
            ("“News” measures it. Give that another task first, or remove it.", "Removed"), (refused.Refusal?.Why, refused.Refusal?.Field));
        foreach (var benchmark in (string[])["news", "wires"])
        {
            Assert.Null((await desk.ChangeAsync(desk.Benchmarks, benchmark, d => d with { Removed = true })).Refusal);
        }

        var conversation = (await desk.Database.Get<TaskPageQuery>().RunAsync("tagging", null, 1, Cancelled))!.Facts.ConversationId;
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Removed = true })).Refusal);
        Assert.Empty((await desk.Database.Get<TaskListQuery>().RunAsync(null, null, 1, Cancelled)).Tasks.Items);
        Assert.Empty((await desk.Database.Get<TaskApiQuery>().BatchAsync(0, 10, Cancelled)).Items);
        Assert.Empty((await desk.Database.Get<BoardAddressesQuery>().RunAsync(100, Cancelled)).Tasks);
        Assert.Empty(await FoundAsync(desk, "tagging"));
        var removed = await desk.Database.Get<RemovedSubjectQuery>().RunAsync(LogKind.Task, "tagging", Cancelled);
        Assert.Equal(conversation, removed!.ConversationId);

        var alone = await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = false });
        Assert.Contains("The task “Tagging” that it measures was removed. Restore that first", alone.Refusal?.Why);
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Removed = false })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Removed = false })).Refusal);
        Assert.Equal(["tagging"], await FoundAsync(desk, "tagging"));
    }

    [Fact]
    public async Task A_metric_stays_while_anything_is_measured_by_it()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Metrics = ["f1"] })).Refusal);
        Assert.Contains(
            "The task “Tagging” uses it.",
            (await desk.ChangeAsync(desk.Metrics, "f1", d => d with { Removed = true })).Refusal?.Why);
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Metrics = [] })).Refusal);
        Assert.Contains(
            "The benchmark “News” uses it.",
            (await desk.ChangeAsync(desk.Metrics, "f1", d => d with { Removed = true })).Refusal?.Why);
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Metric = null })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Metrics, "f1", d => d with { Removed = true })).Refusal);
        Assert.Empty(await desk.Database.Get<MetricListQuery>().RunAsync(Cancelled));
        Assert.Empty((await desk.Database.Get<BoardChoicesQuery>().RunAsync(Cancelled)).Metrics);
        Assert.Empty(await FoundAsync(desk, "harmonic"));
        Assert.Contains("or restore it", (await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Metrics = ["f1"] })).Refusal?.Why);
        Assert.Contains("or had it when it was removed", (await desk.AddAsync(
            desk.Metrics, new MetricDraft { Name = "F1", Definition = "again", Source = "https://example.org" })).Refusal?.Why);
        Assert.Null((await desk.ChangeAsync(desk.Metrics, "f1", d => d with { Removed = false })).Refusal);
        Assert.Equal(["f1"], await FoundAsync(desk, "harmonic"));
    }

    [Fact]
    public async Task A_benchmark_that_succeeds_another_stays()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(
            desk.Benchmarks, "news", d => d with { State = new StateDraft(Lifecycle.Retired, null, "Old.", null, "wires") })).Refusal);
        var refused = await desk.ChangeAsync(desk.Benchmarks, "wires", d => d with { Removed = true });
        Assert.Contains("“News” names it as its successor.", refused.Refusal?.Why);
    }

    [Fact]
    public async Task Before_it_was_added_says_what_can_be_done_and_that_can_be_gone_back_on()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        await desk.AddAsync(desk.Tasks, new TaskDraft { Name = "Parsing", Type = "Other", Objective = "Words go in, trees come out." });
        var added = Assert.Single(await desk.HistoryAsync(LogKind.Task, "parsing"));
        var revert = desk.Database.Get<RevertSubject>();
        Assert.Contains(
            "Remove it in its form instead",
            (await revert.RunAsync(desk.Ada, added.EntryId, RevertTo.Before, 1, "Not one.", Cancelled)).Refusal?.Why);
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "parsing", d => d with { Removed = true })).Refusal);
        var removed = (await desk.HistoryAsync(LogKind.Task, "parsing"))[0];
        Assert.Null((await revert.RunAsync(desk.Ada, removed.EntryId, RevertTo.Before, 2, "It is one.", Cancelled)).Refusal);
        Assert.Equal(["tagging", "parsing"], (await desk.Database.Get<TaskListQuery>().RunAsync(null, null, 1, Cancelled)).Tasks.Items
            .Select(t => t.Slug));
        await using var db = await desk.Database.OpenAsync();
        Assert.Equal(["added", "changed", "reverted"], await db.Log.OrderBy(e => e.Id).Select(e => e.Act).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Who_is_no_curator_takes_nothing_out()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Equal(Cause.NotAllowed, (await desk.ChangeAsync(
            desk.Benchmarks, "wires", d => d with { Removed = true }, desk.Reader)).Refusal?.Cause);
    }

    private static async Task<(int Benchmarks, int Results)> CountsAsync(BoardDesk desk)
    {
        var task = (await desk.Database.Get<TaskListQuery>().RunAsync(null, null, 1, Cancelled)).Tasks.Items.Single();
        return (task.BenchmarksInAll, task.Results);
    }

    private static async Task<IEnumerable<string>> FoundAsync(BoardDesk desk, string text) =>
        (await desk.Database.FindAsync(text)).Select(hit => hit.Slug)
            .Where(slug => slug is "news" or "tagging" or "f1").Take(1).ToList();
}
