using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Leaderboards.Edits;

/// <summary>
/// A metric <c>f1</c>, a task <c>tagging</c>, its benchmarks <c>news</c> (scored by F1 and EM, with a result of model A) and
/// <c>wires</c>, and two curators, on a database of a test's own.
/// </summary>
internal sealed class BoardDesk(Scene scene) : IAsyncDisposable
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    public GuideDatabase Database => scene.Database;

    public Actor Ada => scene["ada"];

    public Actor Reader => scene["reader"];

    public MetricSubject Metrics => Database.Get<MetricSubject>();

    public TaskSubject Tasks => Database.Get<TaskSubject>();

    public BenchmarkSubject Benchmarks => Database.Get<BenchmarkSubject>();

    public ResultSubject Results => Database.Get<ResultSubject>();

    public static async Task<BoardDesk> OpenAsync(GuideDatabase database)
    {
        var scene = await Scene.StartAsync(database, "reader");
        await scene.JoinAsync("ada", m => m.Roles = Role.Curator);
        await using var db = await database.OpenAsync();
        var metric = new Metric("f1", "F1", true, "the harmonic mean", "https://example.org/f1");
        var task = new NlpTask("tagging", "Tagging", "Classification", 1);
        task.Describe("Words go in, tags come out.", "", "", "", inOriginalGuide: false);
        var news = new Benchmark("news", "News", "https://example.org/news", null, 2003, null, metric, 1);
        task.Add(news);
        task.Add(new Benchmark("wires", "Wires", "https://example.org/wires", null, null, null, null, 2));
        var result = new BenchmarkResult(
            news, "A", "", "", new ResultSource("A paper", "https://example.org", null, ""), "https://example.org/table-2");
        result.Score(news.ScoreBy("F1", true), 91, null);
        news.ScoreBy("EM", null);
        db.AddRange(metric, task, result);
        await db.SaveChangesAsync(Cancelled);
        return new BoardDesk(scene);
    }

    /// <summary>A result that the rules take.</summary>
    public static ResultDraft Result(string model = "B", string value = "92.5 ± 0.3") => new()
    {
        Benchmark = "news",
        Model = model,
        Scores = [new ScoreDraft("F1", value)],
        MeasuredBy = "authors",
        Source = "A paper",
        SourceUrl = "https://example.org/table-3",
    };

    public Task<Outcome<Edited>> AddAsync<TSubject, TDraft>(EditableKind<TSubject, TDraft> kind, TDraft draft, Actor? by = null)
        where TSubject : class, IRevised
        where TDraft : class => Database.Get<Editing>().SaveAsync(kind, by ?? Ada, Edit.New(draft, "Because."), Cancelled);

    public async Task<Editable<TDraft>> DraftAsync<TSubject, TDraft>(EditableKind<TSubject, TDraft> kind, string key)
        where TSubject : class, IRevised
        where TDraft : class =>
        await Database.Get<DraftQuery>().RunAsync(kind, key, Cancelled) ?? throw new InvalidOperationException($"There is no {key}.");

    public Task<Outcome<Edited>> SaveAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Editable<TDraft> from, TDraft draft, Actor? by = null)
        where TSubject : class, IRevised
        where TDraft : class => Database.Get<Editing>().SaveAsync(kind, by ?? Ada, from.To(draft, "Because."), Cancelled);

    public async Task<Outcome<Edited>> ChangeAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, string key, Func<TDraft, TDraft> change, Actor? by = null)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var from = await DraftAsync(kind, key);
        return await SaveAsync(kind, from, change(from.Draft), by);
    }

    public async Task<int> AddWorkAsync(string slug)
    {
        await using var db = await Database.OpenAsync();
        var work = new Resource(slug, slug, ResourceKind.Paper, $"https://example.org/{slug}", TimeProvider.System.GetUtcNow());
        work.Describe(new Prose("It measures.", "<p>It measures.</p>", 1), ResourceLevel.Intermediate, ResourceAccess.Open, 30, null);
        work.CiteAs(slug);
        db.Add(work);
        await db.SaveChangesAsync(Cancelled);
        return work.Id;
    }

    public async Task RemoveWorkAsync(int id)
    {
        await using var db = await Database.OpenAsync();
        (await db.Resources.SingleAsync(r => r.Id == id, Cancelled)).Remove(TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync(Cancelled);
    }

    /// <summary>The number of the result of model A.</summary>
    public async Task<string> ResultOfAAsync() => ((await BoardAsync()).Results.Items.Single(r => r.Model == "A").Id).ToInvariantString();

    public async Task<BoardView> BoardAsync(string slug = "news") =>
        await Database.Get<BoardQuery>().RunAsync(slug, new BoardFilter(), 1, Cancelled)
        ?? throw new InvalidOperationException($"There is no {slug}.");

    public async Task<IReadOnlyList<RevisionLine>> HistoryAsync(LogKind kind, string key) =>
        (await Database.Get<HistoryQuery>().RunAsync(kind, key, 1, Cancelled))!.Revisions.Items;

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
