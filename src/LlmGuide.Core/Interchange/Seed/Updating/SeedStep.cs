using System.Text.Json.Nodes;

using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Comparing;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>One subject of a new seed, beside what the last one said.</summary>
/// <param name="Was">What the last seed said; <c>null</c> where it said nothing.</param>
/// <param name="Id">The id of the subject here; <c>null</c> where there is none.</param>
internal sealed record SeedStep(SeededSubject Seed, SeededSubject? Was, int? Id)
{
    public LogKind Kind => Seed.Kind;

    /// <summary>The draft of a new one.</summary>
    public JsonObject Added(SeedNames names) => DraftReferences.Rename(Kind, Seed.Read(), names.OfSeed);

    /// <returns>What comes of the two, and whether that is other than what is here.</returns>
    public (DraftMerge Merge, bool Changes) Compare(SubjectState here, SeedNames names)
    {
        var own = Own(here, names);
        var merge = Merge(own.DeepClone().AsObject(), names);
        return (merge, !JsonNode.DeepEquals(own, merge.Merged));
    }

    private JsonObject Own(SubjectState here, SeedNames names) =>
        DraftReferences.Rename(Kind, JsonNode.Parse(here.Json)!.AsObject(), names.OfHere);

    private DraftMerge Merge(JsonObject own, SeedNames names)
    {
        var was = Was is not null ? DraftReferences.Rename(Kind, Was.Read(), names.OfSeed)
            : Kind == LogKind.Model ? new JsonObject { ["title"] = Seed.Key } : null;
        var seed = Added(names);
        if (Kind != LogKind.Path)
        {
            return DraftMerge.Of(was, own, seed);
        }

        var path = DraftMerge.Of(was, PathTopics.Without(own, PathTopics.New(was, seed)), seed);
        // Both sides moved one to different stages.
        return PathTopics.NamesOneTwice(path.Merged) ? new DraftMerge(own, seed, ["stages"]) : path;
    }
}

/// <summary>
/// Topics in the draft of the path. One that is new stands at its end already when the path is put in order: the place that the seed
/// gives it is the one that counts.
/// </summary>
internal static class PathTopics
{
    public static IReadOnlySet<string> New(JsonObject? was, JsonObject seed)
    {
        var known = was is null ? [] : All(was).ToHashSet(StringComparer.Ordinal);
        return All(seed).Where(topic => !known.Contains(topic)).ToHashSet(StringComparer.Ordinal);
    }

    public static JsonObject Without(JsonObject path, IReadOnlySet<string> topics)
    {
        foreach (var stage in path["stages"]!.AsArray())
        {
            stage!["topics"] = new JsonArray([.. stage["topics"]!.AsArray().Where(t => !topics.Contains(t!.GetValue<string>()))
                .Select(topic => topic!.DeepClone())]);
        }

        return path;
    }

    public static bool NamesOneTwice(JsonObject path) =>
        All(path).GroupBy(topic => topic, StringComparer.Ordinal).Any(same => same.Skip(1).Any());

    private static IEnumerable<string> All(JsonObject path) =>
        path["stages"]!.AsArray().SelectMany(stage => stage!["topics"]!.AsArray()).Select(topic => topic!.GetValue<string>());
}
