using System.Net;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>A small catalogue, two curators and three members who suggest, on a database of a test's own.</summary>
internal sealed class NotificationFixture(Scene scene) : IAsyncDisposable
{
    public static readonly SuggestionDraft NewWork = new()
    {
        Kind = SuggestionKind.Resource,
        Url = "https://arxiv.org/pdf/2305.18290v2",
        Title = "Direct Preference Optimization",
        WorkKind = ResourceKind.Paper,
        Authors = "Rafael Rafailov, Archit Sharma",
        Year = "2023",
        Minutes = "60",
        Topic = "second",
        Why = "Turns a loop of learning\ninto one loss.",
    };

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    public GuideDatabase Database => scene.Database;

    public Scene Scene => scene;

    public Actor Curator => scene["curator"];

    public Actor Ada => scene["ada"];

    public Actor Ben => scene["ben"];

    public static async Task<NotificationFixture> OpenAsync(GuideDatabase database, int works = 3)
    {
        var scene = await Scene.StartAsync(database, "ada", "ben", "eve");
        await scene.JoinAsync("curator", m => m.Roles = Role.Curator);
        await scene.JoinAsync("other", m => m.Roles = Role.Curator);
        await GeneratedResources.AddAsync(database, works);
        return new NotificationFixture(scene);
    }

    public static SuggestionDraft Title(string title = "The title of the paper", string of = "work-1") =>
        new() { Kind = SuggestionKind.Correction, Resource = of, Field = "title", Value = title, Why = "As it is printed." };

    /// <param name="by">Who proposes it.</param>
    /// <param name="draft">What.</param>
    /// <param name="from">Their address on the network; otherwise each is on a network of their own.</param>
    public Task<Outcome<Submitted>> TryAsync(Actor by, SuggestionDraft draft, IPAddress? from = null) =>
        Database.Get<SubmitSuggestion>().RunAsync(by, draft, from ?? new IPAddress([198, 51, (byte)by.Id, 7]), Cancelled);

    /// <summary>A suggestion that must go through.</summary>
    public async Task<Submitted> SendAsync(Actor by, SuggestionDraft draft, IPAddress? from = null)
    {
        var sent = await TryAsync(by, draft, from);
        Assert.Null(sent.Refusal);
        return sent.Value!;
    }

    public Task<Outcome<Done>> ApproveAsync(int id, Approval? approval = null, Actor? by = null) =>
        Database.Get<ApproveSuggestion>().RunAsync(by ?? Curator, id, approval ?? new Approval(0), Cancelled);

    public Task<Outcome<Done>> RejectAsync(int id, string? reason, Actor? by = null) =>
        Database.Get<RejectSuggestion>().RunAsync(by ?? Curator, id, reason, Cancelled);

    public async Task<SuggestionView> ViewAsync(int id) =>
        await Database.Get<SuggestionQuery>().RunAsync(id, Cancelled) ?? throw new InvalidOperationException($"There is no {id}.");

    public Task<QueueView> QueueAsync(QueueFilter? filter = null, int page = 1) =>
        Database.Get<SuggestionQueueQuery>().RunAsync(Curator, filter ?? new QueueFilter(), page, Cancelled);

    public async Task<Resource> WorkAsync(string slug = "work-1")
    {
        await using var db = await Database.OpenAsync();
        return await db.Resources.Include(r => r.Placements).ThenInclude(p => p.Topic)
            .AsNoTracking().SingleAsync(r => r.Slug == slug, Cancelled);
    }

    /// <summary>A topic at the end of the path that needs nothing yet.</summary>
    public async Task<int> AddTopicAsync(string slug)
    {
        await using var db = await Database.OpenAsync();
        var topic = new Topic(slug, slug, await db.Stages.FirstAsync(Cancelled), 3);
        topic.Describe("A topic.", "By the end you can do it.", new Prose("An introduction.", "An introduction.", 1), [], []);
        db.Add(topic);
        await db.SaveChangesAsync(Cancelled);
        return topic.Id;
    }

    /// <summary>The public log, oldest first: "ada suggested a correction of “Work 1”".</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        await using var db = await Database.OpenAsync();
        return [.. (await db.Log.OrderBy(e => e.Id).ToListAsync(Cancelled)).Select(e => $"{e.ActorName} {e.Act} {e.Title}")];
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
