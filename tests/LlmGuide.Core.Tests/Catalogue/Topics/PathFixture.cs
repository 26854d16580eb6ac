using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Catalogue.Topics;

/// <summary>
/// A path of two stages, <c>a</c> with the topics <c>one two three</c> and <c>b</c> with <c>four five</c>, where each topic but the
/// first needs the one before, and two works in each; and two curators, on a database of a test's own.
/// </summary>
internal sealed class PathFixture(Scene scene) : IAsyncDisposable
{
    private static readonly string[] Slugs = ["one", "two", "three", "four", "five"];

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    public GuideDatabase Database => scene.Database;

    public Scene Scene => scene;

    public Actor Ada => scene["ada"];

    public Actor Ben => scene["ben"];

    public Actor Reader => scene["reader"];

    public static async Task<PathFixture> OpenAsync(GuideDatabase database)
    {
        var scene = await Scene.StartAsync(database, "reader");
        await scene.JoinAsync("ada", m => m.Roles = Role.Curator);
        await scene.JoinAsync("ben", m => m.Roles = Role.Curator);
        await using var db = await database.OpenAsync();
        Stage[] stages = [new("a", "Stage A", "The first.", 1), new("b", "Stage B", "The second.", 2)];
        var topics = new List<Topic>();
        foreach (var (index, slug) in Slugs.Index())
        {
            var topic = new Topic(slug, $"Topic {slug}", stages[index / 3], index + 1);
            topic.Describe(
                $"About {slug}.", $"You know {slug}.", Text("An idea."),
                [new Concept("Term", Text("A meaning."))], [new SelfCheck(Text("Why?"), Text("So."))]);
            if (index > 0)
            {
                topic.Require(topics[index - 1], "It goes on.");
            }

            topic.Place(GeneratedResources.Work((2 * index) + 1), PlacementRole.Essential, Text("First."));
            topic.Place(GeneratedResources.Work((2 * index) + 2), PlacementRole.Companion, Text("Explains."), topic.Placements[0].Resource);
            topics.Add(topic);
        }

        db.AddRange(topics);
        await db.SaveChangesAsync(Cancelled);
        return new PathFixture(scene);
    }

    public async Task<Editable<TopicDraft>> DraftAsync(string slug) =>
        await Database.Get<DraftQuery>().RunAsync(Database.Get<TopicSubject>(), slug, Cancelled)
        ?? throw new InvalidOperationException($"There is no {slug}.");

    public async Task<Outcome<Edited>> ChangeAsync(string slug, Func<TopicDraft, TopicDraft> change, Actor? by = null, string? stage = null)
    {
        var from = await DraftAsync(slug);
        return await Database.Get<SaveTopic>()
            .RunAsync(by ?? Ada, from.To(change(from.Draft), "Because."), stage ?? await StageOfAsync(slug), Cancelled);
    }

    public async Task DoAsync(string slug, Func<TopicDraft, TopicDraft> change, string? stage = null) =>
        Assert.Null((await ChangeAsync(slug, change, stage: stage)).Refusal?.Why);

    public Task<Outcome<Edited>> MoveAsync(PathMove move, Actor? by = null) =>
        Database.Get<MoveOnPath>().RunAsync(by ?? Ada, move, null, Cancelled);

    public Task<Outcome<Edited>> RemoveAsync(string slug, bool removed = true) =>
        Database.Get<TakeOffPath>().TopicAsync(Ada, slug, removed, "Not needed.", Cancelled);

    public async Task RequireNothingAsync(params string[] slugs)
    {
        foreach (var slug in slugs)
        {
            await DoAsync(slug, draft => draft with { Prerequisites = [] });
        }
    }

    /// <summary>The path as its readers see it: <c>a: one two three | b: four five</c>.</summary>
    public async Task<string> PathAsync()
    {
        var path = await Database.Get<CuratedPathQuery>().RunAsync(Cancelled);
        Assert.Equal(Enumerable.Range(1, path.Topics), path.Stages.SelectMany(s => s.Topics).Select(t => t.Position));
        return string.Join(" | ", path.Stages.Select(s => $"{s.Slug}: {string.Join(' ', s.Topics.Select(t => t.Slug))}"));
    }

    public async Task<HistoryView> HistoryAsync(LogKind kind, string key) =>
        await Database.Get<HistoryQuery>().RunAsync(kind, key, 1, Cancelled) ?? throw new InvalidOperationException($"There is no {key}.");

    public async Task<T> AskAsync<T>(Func<GuideDb, Task<T>> question)
    {
        await using var db = await Database.OpenAsync();
        return await question(db);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    private Task<string> StageOfAsync(string slug) => AskAsync(db => db.Topics.IgnoreQueryFilters([CatalogueTables.Listed])
        .Where(t => t.Slug == slug).Select(t => t.Stage.Slug).SingleAsync(Cancelled));

    private static Prose Text(string text) => new(text, text, 1);
}
