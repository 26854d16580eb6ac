using System.Text.Json.Nodes;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>The edits of one update. Each looks at its subject as it is by then, and is a transaction of its own.</summary>
internal sealed class SeedEdits(
    IDbContextFactory<GuideDb> databases, Editing editing, IReadOnlyList<IEditableKind> kinds, SeedPlan plan,
    IReadOnlyList<SeedSource> sources, Actor by, string reason)
{
    private const string Prerequisites = "prerequisites";

    private readonly Dictionary<(LogKind Kind, string Key), int> _added = [];

    /// <summary>The draft of something, removed.</summary>
    public static string Removed(SubjectState here)
    {
        var draft = Parse(here.Json);
        draft["removed"] = true;
        return DraftJson.Of(draft);
    }

    /// <summary>As long as a suggestion keeps it.</summary>
    public static string ShortKey(string key) => key.Length <= Slug.MaxLength ? key : key[..Slug.MaxLength];

    /// <summary>Gives a subject the slug that the seed gave it. When that is taken, the whole edit says so later.</summary>
    public async Task RenameAsync(SeedStep step, string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(step, cancellationToken) is { } here)
        {
            var draft = Parse(here.Json);
            draft["slug"] = slug;
            await SaveAsync(step, here, draft, cancellationToken);
        }
    }

    /// <summary>Adds the new topics, and takes from the others what they need no longer, so that the path can be put in order.</summary>
    public async Task MakeRoomAsync(IReadOnlyList<SeedStep> topics, CancellationToken cancellationToken)
    {
        foreach (var step in topics)
        {
            if (await FindAsync(step, cancellationToken) is not { } here)
            {
                await SaveAsync(step, null, step.Added(plan.Names), cancellationToken);
                continue;
            }

            var needed = Needed(step.Compare(here, plan.Names).Merge.Merged);
            var draft = Parse(here.Json);
            var kept = draft[Prerequisites]!.AsArray().Where(p => needed.Contains(p!["topic"]!.GetValue<string>()));
            draft[Prerequisites] = new JsonArray([.. kept.Select(p => p!.DeepClone())]);
            await SaveAsync(step, here, draft, cancellationToken);
        }
    }

    /// <summary>Carries out all of one kind. What one refers to may come after it, so that those refused are tried again.</summary>
    /// <returns>Those that could not be.</returns>
    public async Task<IReadOnlyList<(SeedStep Step, Refusal Refusal)>> RunAsync(
        LogKind kind, IReadOnlyList<SeedStep> steps, CancellationToken cancellationToken)
    {
        if (kind == LogKind.Model)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await plan.Names.AddModelsAsync(db, steps.Select(step => step.Seed), cancellationToken);
        }

        var refused = new List<(SeedStep Step, Refusal Refusal)>();
        var open = steps;
        do
        {
            refused.Clear();
            foreach (var step in open)
            {
                if (await RunAsync(step, cancellationToken) is { } refusal)
                {
                    refused.Add((step, refusal));
                }
            }

            if (refused.Count == open.Count)
            {
                break;
            }

            open = [.. refused.Select(one => one.Step)];
        }
        while (open.Count > 0);

        return refused;
    }

    /// <returns>How the subject is now, and its draft as the seed would have it.</returns>
    public async Task<(SubjectState? Now, string Wanted)> AskedAsync(SeedStep step, CancellationToken cancellationToken)
    {
        var now = await FindAsync(step, cancellationToken);
        var wanted = now is null ? step.Added(plan.Names) : step.Compare(now, plan.Names).Merge.Asked;
        return (now, DraftJson.Of(await SourcedAsync(step, wanted, cancellationToken)));
    }

    private async Task<Refusal?> RunAsync(SeedStep step, CancellationToken cancellationToken)
    {
        var here = await FindAsync(step, cancellationToken);
        var wanted = here is null ? step.Added(plan.Names) : step.Compare(here, plan.Names).Merge.Merged;
        return await SaveAsync(step, here, await SourcedAsync(step, wanted, cancellationToken), cancellationToken);
    }

    private async Task<Refusal?> SaveAsync(SeedStep step, SubjectState? here, JsonObject draft, CancellationToken cancellationToken)
    {
        if (here is not null && JsonNode.DeepEquals(Parse(here.Json), draft))
        {
            return null;
        }

        var edit = new Edit<string>(here?.Id, here?.Version ?? 0, DraftJson.Of(draft), reason) { Confirmed = true };
        var prepared = await KindOf(step).PrepareAsync(by, edit, cancellationToken);
        if (!prepared.TryGet(out var ready, out var wrong))
        {
            return wrong;
        }

        var saved = await editing.RunAsync(ready, cancellationToken);
        if (saved.TryGet(out var edited, out var refusal))
        {
            _added[(step.Kind, step.Seed.Key)] = edited.SubjectId;
        }

        return refusal;
    }

    private async Task<SubjectState?> FindAsync(SeedStep step, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = step.Id ?? (_added.TryGetValue((step.Kind, step.Seed.Key), out var added) ? added
            : step.Kind == LogKind.Model ? await KnownSubject.FindAsync(db, step.Seed, cancellationToken) : null);
        return id is { } known ? await KindOf(step).FindAsync(db, known, cancellationToken) : null;
    }

    /// <summary>A result from a source that the guide has not had yet says all about it.</summary>
    private async Task<JsonObject> SourcedAsync(SeedStep step, JsonObject draft, CancellationToken cancellationToken)
    {
        if (step.Kind != LogKind.Result || sources.FirstOrDefault(s => s.Name == draft["source"]?.GetValue<string>()) is not { } source)
        {
            return draft;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.ResultSources.AnyAsync(s => s.Name == source.Name, cancellationToken))
        {
            (draft["sourceHome"], draft["sourceLicence"], draft["sourceAttribution"]) = (source.Url, source.Licence, source.Attribution);
        }

        return draft;
    }

    private IEditableKind KindOf(SeedStep step) => kinds.First(kind => kind.Kind == step.Kind);

    private static HashSet<string> Needed(JsonObject topic) =>
        topic[Prerequisites]!.AsArray().Select(p => p!["topic"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
