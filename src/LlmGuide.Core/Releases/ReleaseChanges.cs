using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Releases;

/// <summary>What is different between two releases.</summary>
/// <param name="Placements">What is read where, in topics and of resources that both releases have.</param>
public sealed record ReleaseChanges(
    IReadOnlyList<PartChange> Stages, IReadOnlyList<PartChange> Topics,
    IReadOnlyList<PartChange> Resources, IReadOnlyList<PartChange> Placements)
{
    public bool IsEmpty => Stages.Count + Topics.Count + Resources.Count + Placements.Count == 0;

    public static ReleaseChanges Between(PathSnapshot before, PathSnapshot after) => new(
        [
            .. PartChange.Between(before.Stages, after.Stages, s => new PartName(s.Slug, s.Title), DraftJson.Of),
            .. Moves(Ids(before.Path.Stages.Select(s => s.Stage), before.Stages, s => s.Slug), Ids(
                after.Path.Stages.Select(s => s.Stage), after.Stages, s => s.Slug))
                .Select(id => new PartChange(PartChangeKind.Moved, Named(after.Stages, id, s => new PartName(s.Slug, s.Title)), [])),
        ],
        [.. PartChange.Between(before.Topics, after.Topics, NameOf, t => DraftJson.Of(t with { Reading = [] })),
            .. MovedTopics(before, after)],
        [.. PartChange.Between(
            before.Resources, after.Resources, r => new PartName(r.Slug, r.Title), r => DraftJson.Of(r with { Placements = [] }))],
        PlacementChanges.Between(before, after));

    internal static PartName NameOf(TopicDraft topic) => new(topic.Slug, topic.Title);

    /// <summary>The fewest that must be taken out so that the rest has kept its order: all but a longest increasing subsequence.</summary>
    /// <param name="before">Ids in their order.</param>
    internal static IReadOnlyList<int> Moves(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var place = before.Index().ToDictionary(at => at.Item, at => at.Index);
        var both = after.Where(place.ContainsKey).ToList();
        var lengths = new int[both.Count];
        var previous = new int[both.Count];
        for (var i = 0; i < both.Count; i++)
        {
            (lengths[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (place[both[j]] < place[both[i]] && lengths[j] + 1 > lengths[i])
                {
                    (lengths[i], previous[i]) = (lengths[j] + 1, j);
                }
            }
        }

        var kept = new HashSet<int>();
        for (var at = both.Count == 0 ? -1 : Array.IndexOf(lengths, lengths.Max()); at >= 0; at = previous[at])
        {
            kept.Add(both[at]);
        }

        return [.. both.Where(id => !kept.Contains(id))];
    }

    internal static IReadOnlyList<int> Ids<TDraft>(
        IEnumerable<string> slugs, IReadOnlyList<SnapshotPart<TDraft>> parts, Func<TDraft, string> slugOf)
        where TDraft : class
    {
        var ids = parts.ToDictionary(p => slugOf(p.Draft), p => p.Id, StringComparer.Ordinal);
        return [.. slugs.Where(ids.ContainsKey).Select(slug => ids[slug])];
    }

    private static IEnumerable<PartChange> MovedTopics(PathSnapshot before, PathSnapshot after)
    {
        var (from, to) = (StagesOf(before), StagesOf(after));
        var titles = before.Stages.Concat(after.Stages).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.Last().Draft.Title);
        var shifted = Moves(Order(before), Order(after)).ToHashSet();
        foreach (var id in Order(after).Where(from.ContainsKey))
        {
            var across = from[id] != to[id];
            if (across || shifted.Contains(id))
            {
                yield return new PartChange(
                    PartChangeKind.Moved, Named(after.Topics, id, NameOf),
                    across ? [new FieldDiff("stage", titles[from[id]], titles[to[id]])] : []);
            }
        }
    }

    private static IReadOnlyList<int> Order(PathSnapshot path) => Ids(path.Path.Stages.SelectMany(s => s.Topics), path.Topics, t => t.Slug);

    private static Dictionary<int, int> StagesOf(PathSnapshot path)
    {
        var stages = path.Stages.ToDictionary(s => s.Draft.Slug, s => s.Id, StringComparer.Ordinal);
        var topics = path.Topics.ToDictionary(t => t.Draft.Slug, t => t.Id, StringComparer.Ordinal);
        return path.Path.Stages.SelectMany(s => s.Topics.Select(t => (Topic: topics[t], Stage: stages[s.Stage])))
            .ToDictionary(at => at.Topic, at => at.Stage);
    }

    private static PartName Named<TDraft>(IReadOnlyList<SnapshotPart<TDraft>> parts, int id, Func<TDraft, PartName> name)
        where TDraft : class => name(parts.First(p => p.Id == id).Draft);
}
