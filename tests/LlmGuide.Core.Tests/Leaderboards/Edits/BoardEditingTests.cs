using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Leaderboards.Edits;

/// <summary>Metrics, tasks and benchmarks are added and corrected.</summary>
[OnEachDatabase]
public sealed class BoardEditingTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_metric_is_added_and_corrected_and_both_are_in_its_history()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var draft = new MetricDraft
        {
            Name = "Exact match",
            HigherIsBetter = true,
            Definition = "the share of equal answers",
            Formula = "$a = b$",
            Unit = "%",
            Least = 0,
            Most = 100,
            Source = "https://example.org/em",
        };
        Assert.Null((await desk.AddAsync(desk.Metrics, draft)).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Metrics, "exact-match", d => d with { Name = "EM" })).Refusal);
        var metrics = await desk.Database.Get<MetricListQuery>().RunAsync(Cancelled);
        Assert.Equal(("exact-match", "EM", "%", 100d), (metrics[1].Slug, metrics[1].Name, metrics[1].Unit, metrics[1].Most));
        Assert.Equal(["changed", "added"], (await desk.HistoryAsync(LogKind.Metric, "exact-match")).Select(r => r.Act));
        Assert.Contains(PageTags.Catalogue, desk.Database.Evictions.Tags);
    }

    [Fact]
    public async Task A_task_is_added_last_with_its_metrics_in_order_and_a_discussion()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        await desk.AddAsync(desk.Metrics, new MetricDraft { Name = "BLEU", Definition = "overlap", Source = "https://example.org/bleu" });
        Assert.Null((await desk.AddAsync(desk.Tasks, new TaskDraft
        {
            Name = "Translation",
            Type = "Seq2Seq",
            Objective = "One language in, another out.",
            Metrics = ["bleu", "f1"],
        })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "translation", d => d with { Metrics = ["f1", "bleu"] })).Refusal);
        var page = await desk.Database.Get<TaskPageQuery>().RunAsync("translation", null, 1, Cancelled);
        Assert.Equal(["f1", "bleu"], page!.Facts.Metrics.Select(m => m.Slug));
        Assert.True(page.Facts.ConversationId > 0);
        Assert.Equal(["tagging", "translation"], (await desk.Database.Get<TaskListQuery>().RunAsync(null, null, 1, Cancelled)).Tasks.Items
            .Select(t => t.Slug));
    }

    [Fact]
    public async Task A_renamed_task_or_benchmark_is_found_by_its_old_address()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Slug = "labelling" })).Refusal);
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Slug = "reuters" })).Refusal);
        var former = desk.Database.Get<FormerSlugQuery>();
        Assert.Equal(("labelling", "reuters"), (
            await former.RunAsync(SlugOwner.Task, "tagging", Cancelled), await former.RunAsync(SlugOwner.Benchmark, "news", Cancelled)));
        var taken = await desk.AddAsync(
            desk.Benchmarks, new BenchmarkDraft { Name = "News", Task = "labelling", Url = "https://example.org" });
        Assert.Contains("redirects to “reuters”", taken.Refusal?.Why);
    }

    [Fact]
    public async Task A_benchmark_gets_a_state_with_date_reason_and_successor_and_loses_it_again()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d =>
            d with { State = new StateDraft(Lifecycle.HostGone, "2025-07", "Its site is gone.", null, "wires") })).Refusal);
        var state = (await desk.BoardAsync()).Facts.State!;
        Assert.Equal(
            (Lifecycle.HostGone, "2025-07", "Its site is gone.", "wires"), (state.Lifecycle, state.Since, state.Reason, state.Successor));
        Assert.Null((await desk.ChangeAsync(
            desk.Benchmarks, "news", d => d with { State = d.State! with { Lifecycle = Lifecycle.Retired, Successor = null } })).Refusal);
        Assert.Equal((Lifecycle.Retired, (string?)null), (
            (await desk.BoardAsync()).Facts.State!.Lifecycle, (await desk.BoardAsync()).Facts.State!.Successor));
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { State = null })).Refusal);
        Assert.Null((await desk.BoardAsync()).Facts.State);
    }

    [Theory]
    [InlineData("someday", "Gone.", null, "as 2019")]
    [InlineData("2025", "", null, "Say why")]
    [InlineData("2025", "Gone.", "news", "cannot be its own successor")]
    [InlineData("2025", "Gone.", "nowhere", "no other benchmark “nowhere”")]
    public async Task A_state_that_does_not_hold_is_refused(string since, string reason, string? successor, string why)
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var refused = await desk.ChangeAsync(
            desk.Benchmarks, "news", d => d with { State = new StateDraft(Lifecycle.Retired, since, reason, null, successor) });
        Assert.Contains(why, refused.Refusal?.Why);
        Assert.Null((await desk.BoardAsync()).Facts.State);
    }

    [Fact]
    public async Task A_column_is_renamed_with_its_scores_and_turned_around_but_not_taken_away()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d =>
            d with { Metrics = [d.Metrics[1], d.Metrics[0] with { Name = "Error", HigherIsBetter = false }] })).Refusal);
        var column = Assert.Single((await desk.BoardAsync()).Columns);
        Assert.Equal(("Error", false), (column.Name, column.HigherIsBetter));
        Assert.Equal(["EM", "Error"], (await desk.DraftAsync(desk.Benchmarks, "news")).Draft.Metrics.Select(c => c.Name));
        Assert.Null((await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Metrics = [d.Metrics[1]] })).Refusal);
        var refused = await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Metrics = [] });
        Assert.Contains("There are scores in “Error”", refused.Refusal?.Why);
    }

    [Fact]
    public async Task The_second_of_two_sees_both_versions_and_going_back_is_a_revision()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var opened = await desk.DraftAsync(desk.Benchmarks, "news");
        await desk.ChangeAsync(desk.Benchmarks, "news", d => d with { Split = "test" });
        var second = await desk.SaveAsync(desk.Benchmarks, opened, opened.Draft with { Licence = "CC BY 4.0" });
        var conflict = Assert.IsType<EditConflict>(second.Refusal);
        Assert.Equal(("split", "test"), (conflict.Fields[0].Path, conflict.Fields[0].Theirs));
        Assert.Equal(("test", "CC BY 4.0"), (
            DraftJson.Read<BenchmarkDraft>(conflict.Merged).Split, DraftJson.Read<BenchmarkDraft>(conflict.Merged).Licence));
        var revision = (await desk.HistoryAsync(LogKind.Benchmark, "news"))[0];
        Assert.Null((await desk.Database.Get<RevertSubject>()
            .RunAsync(desk.Ada, revision.EntryId, RevertTo.Before, 1, "Not so.", Cancelled)).Refusal);
        Assert.Null((await desk.BoardAsync()).Facts.Split);
        Assert.Equal("reverted", (await desk.HistoryAsync(LogKind.Benchmark, "news"))[0].Act);
    }

    [Fact]
    public async Task Who_is_no_curator_changes_nothing()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        Assert.Equal(Cause.NotAllowed, (await desk.AddAsync(desk.Results, BoardDesk.Result(), desk.Reader)).Refusal?.Cause);
        Assert.Equal(
            Cause.NotAllowed, (await desk.ChangeAsync(desk.Tasks, "tagging", d => d with { Name = "Mine" }, desk.Reader)).Refusal?.Cause);
    }
}
