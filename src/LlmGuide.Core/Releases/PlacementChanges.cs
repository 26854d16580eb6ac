using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Releases;

/// <summary>What is read where, compared from one release to another.</summary>
internal static class PlacementChanges
{
    public static IReadOnlyList<PartChange> Between(PathSnapshot before, PathSnapshot after)
    {
        var (old, now) = (Places(before), Places(after));
        var (topics, resources) = (after.Topics.Select(t => t.Id).ToHashSet(), after.Resources.Select(r => r.Id).ToHashSet());
        return
        [
            .. now.Where(place => !old.ContainsKey(place.Key)).Select(place => new PartChange(PartChangeKind.Added, place.Value.Name, [])),
            .. old.Where(place => !now.ContainsKey(place.Key) && topics.Contains(place.Key.Topic) && resources.Contains(place.Key.Resource))
                .Select(place => new PartChange(PartChangeKind.Removed, place.Value.Name, [])),
            .. Moved(before, after).Select(key => new PartChange(PartChangeKind.Moved, now[key].Name, [])),
            .. now.Where(place => old.ContainsKey(place.Key))
                .Select(place => new PartChange(
                    PartChangeKind.Rewritten, place.Value.Name, DraftDiff.Between(Json(old[place.Key].Draft), Json(place.Value.Draft))))
                .Where(change => change.Fields.Count > 0),
        ];
    }

    private static Dictionary<(int Topic, int Resource), (PartName Name, PlacementDraft Draft)> Places(PathSnapshot path)
    {
        var topics = path.Topics.ToDictionary(t => t.Draft.Slug, StringComparer.Ordinal);
        return path.Resources.SelectMany(r => r.Draft.Placements.Where(p => topics.ContainsKey(p.Topic))
                .Select(p => (
                    Key: (topics[p.Topic].Id, r.Id), Value: (new PartName(r.Draft.Slug, r.Draft.Title, topics[p.Topic].Draft.Title), p))))
            .ToDictionary(place => place.Key, place => place.Value);
    }

    private static IEnumerable<(int Topic, int Resource)> Moved(PathSnapshot before, PathSnapshot after)
    {
        var old = before.Topics.ToDictionary(t => t.Id, t => t.Draft.Reading);
        return after.Topics.Where(t => old.ContainsKey(t.Id)).SelectMany(t => ReleaseChanges.Moves(
            ReleaseChanges.Ids(old[t.Id], before.Resources, r => r.Slug), ReleaseChanges.Ids(t.Draft.Reading, after.Resources, r => r.Slug))
            .Select(r => (t.Id, r)));
    }

    /// <summary>A topic that was renamed is the same one.</summary>
    private static string Json(PlacementDraft place) => DraftJson.Of(place with { Topic = "" });
}
