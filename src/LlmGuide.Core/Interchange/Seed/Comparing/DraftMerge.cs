using System.Text.Json.Nodes;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Interchange.Seed.Comparing;

/// <summary>
/// Compares three states of a draft: as the last seed said, as it is here, as the new seed says. What only one side changed is taken;
/// where both did, what is here stays, and the other is asked for.
/// </summary>
/// <param name="Merged">What can be done at once.</param>
/// <param name="Asked">The same with what the seed says wherever both sides changed something.</param>
/// <param name="Conflicts">Where that is, as <see cref="FieldDiff.Path"/>.</param>
internal sealed record DraftMerge(JsonObject Merged, JsonObject Asked, IReadOnlyList<string> Conflicts)
{
    /// <param name="was">As the last seed said; <c>null</c> where it said nothing.</param>
    public static DraftMerge Of(JsonObject? was, JsonObject here, JsonObject seed)
    {
        var conflicts = new List<string>();
        var both = new Walk(conflicts).Objects("", was, here, seed);
        return new DraftMerge(both.Merged!.AsObject(), both.Asked!.AsObject(), conflicts);
    }

    internal readonly record struct Pair(JsonNode? Merged, JsonNode? Asked)
    {
        public static Pair Both(JsonNode? value) => new(value?.DeepClone(), value?.DeepClone());
    }

    internal sealed class Walk(List<string> conflicts)
    {
        public Pair Objects(string path, JsonObject? was, JsonObject here, JsonObject seed)
        {
            var (merged, asked) = (new JsonObject(), new JsonObject());
            foreach (var name in here.Select(p => p.Key).Union(seed.Select(p => p.Key), StringComparer.Ordinal))
            {
                var one = Values(path.Length == 0 ? name : path + DraftDiff.Separator + name, was?[name], here[name], seed[name]);
                (merged[name], asked[name]) = (one.Merged, one.Asked);
            }

            return new Pair(merged, asked);
        }

        public Pair Values(string path, JsonNode? was, JsonNode? here, JsonNode? seed) =>
            JsonNode.DeepEquals(was, seed) || JsonNode.DeepEquals(here, seed) ? Pair.Both(here)
            : JsonNode.DeepEquals(was, here) ? Pair.Both(seed)
            : (here, seed) switch
            {
                (JsonObject one, JsonObject other) => Objects(path, was as JsonObject, one, other),
                (JsonArray one, JsonArray other) when ListMerge.Of(this, path, was as JsonArray, one, other) is { } lists => lists,
                _ => Conflict(path, here, seed),
            };

        public Pair Conflict(string path, JsonNode? here, JsonNode? seed)
        {
            conflicts.Add(path);
            return new Pair(here?.DeepClone(), seed?.DeepClone());
        }
    }
}
