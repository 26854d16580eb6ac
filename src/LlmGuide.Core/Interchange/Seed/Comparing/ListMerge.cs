using System.Text.Json.Nodes;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Interchange.Seed.Comparing;

/// <summary>
/// Merges lists whose members are told apart: records by their first property, as <see cref="DraftDiff"/> tells them, and slugs. Each
/// side may add, remove, change and move members of its own.
/// </summary>
internal sealed class ListMerge(
    DraftMerge.Walk walk, string path,
    Dictionary<string, JsonNode> was, Dictionary<string, JsonNode> here, Dictionary<string, JsonNode> seed)
{
    /// <summary>Names in their order are one text: half of one list and half of another is nobody's.</summary>
    private const string Authors = "authors";

    private readonly Dictionary<string, JsonNode?> _merged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> _asked = new(StringComparer.Ordinal);

    /// <returns><c>null</c> for what is no such list.</returns>
    public static DraftMerge.Pair? Of(DraftMerge.Walk walk, string path, JsonArray? was, JsonArray here, JsonArray seed) =>
        path != Authors && Keyed(was ?? []) is { } old && Keyed(here) is { } own && Keyed(seed) is { } other
            ? new ListMerge(walk, path, old, own, other).Merge() : null;

    private DraftMerge.Pair Merge()
    {
        foreach (var key in here.Keys.Union(seed.Keys, StringComparer.Ordinal))
        {
            Member(key, was.GetValueOrDefault(key), here.GetValueOrDefault(key), seed.GetValueOrDefault(key));
        }

        var (ownMoves, seedMoves) = (Moved(here), Moved(seed));
        var (own, other) = (Woven(here.Keys, seed.Keys), Woven(seed.Keys, here.Keys));
        if (ownMoves && seedMoves && !own.SequenceEqual(other, StringComparer.Ordinal))
        {
            walk.Conflict(path + DraftDiff.Separator + "order", null, null);
            return new DraftMerge.Pair(Listed(own, _merged), Listed(other, _asked));
        }

        var order = ownMoves ? own : other;
        return new DraftMerge.Pair(Listed(order, _merged), Listed(order, _asked));
    }

    private void Member(string key, JsonNode? old, JsonNode? own, JsonNode? other)
    {
        if (own is not null && other is not null)
        {
            var one = walk.Values(path + DraftDiff.Separator + key, old, own, other);
            (_merged[key], _asked[key]) = (one.Merged, one.Asked);
        }
        else if (old is null)
        {
            (_merged[key], _asked[key]) = ((own ?? other)!.DeepClone(), (own ?? other)!.DeepClone());
        }
        else if (!JsonNode.DeepEquals(old, own ?? other))
        {
            // One side removed what the other changed.
            walk.Conflict(path + DraftDiff.Separator + key, null, null);
            (own is null ? _asked : _merged)[key] = (own ?? other)!.DeepClone();
        }
    }

    /// <summary>Whether those that all three have stand in another order than in the last seed.</summary>
    private bool Moved(Dictionary<string, JsonNode> side) =>
        !Common(was).SequenceEqual(Common(side), StringComparer.Ordinal);

    private IEnumerable<string> Common(Dictionary<string, JsonNode> side) =>
        side.Keys.Where(key => was.ContainsKey(key) && here.ContainsKey(key) && seed.ContainsKey(key));

    /// <summary>The first order, with those that only the second has right after what they stand after there.</summary>
    private static List<string> Woven(IEnumerable<string> first, IEnumerable<string> second)
    {
        var order = first.ToList();
        var place = 0;
        foreach (var key in second)
        {
            var at = order.IndexOf(key);
            if (at < 0)
            {
                order.Insert(place, key);
                at = place;
            }

            place = at + 1;
        }

        return order;
    }

    private static JsonArray Listed(IEnumerable<string> order, Dictionary<string, JsonNode?> members) =>
        new([.. order.Where(members.ContainsKey).Select(key => members[key])]);

    /// <returns>In their order; <c>null</c> when two cannot be told apart.</returns>
    private static Dictionary<string, JsonNode>? Keyed(JsonArray list)
    {
        var members = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        return list.All(member => (member is JsonObject record ? record.FirstOrDefault().Value : member) is JsonValue key
            && members.TryAdd(key.ToString(), member!)) ? members : null;
    }
}
