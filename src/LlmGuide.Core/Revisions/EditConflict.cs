using System.Text.Json.Nodes;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Revisions;

/// <summary>Somebody was quicker: nothing was changed, and here is what both want.</summary>
/// <param name="Version">The version that there is now. An edit that names it says: I have seen it.</param>
/// <param name="Theirs">The draft as it is now, as JSON.</param>
/// <param name="Merged">
/// The draft that loses nothing without a word: one's own where one has changed something, theirs everywhere else, as JSON.
/// </param>
public sealed record EditConflict(int Version, string Theirs, string Merged, IReadOnlyList<ConflictingField> Fields)
    : Refusal(Cause.Conflict, "Somebody has changed this since you opened it. Compare both versions, then save again.")
{
    /// <param name="started">What both started from; <c>null</c> where that is not known any more.</param>
    /// <param name="version">See <see cref="Version"/>.</param>
    public static EditConflict Between(string? started, string theirs, string mine, int version)
    {
        var (was, now, wanted) = (Parse(started ?? theirs), Parse(theirs), Parse(mine));
        var merged = new JsonObject();
        foreach (var (name, value) in wanted)
        {
            var untouched = JsonNode.DeepEquals(value, was[name]) && now.ContainsKey(name);
            merged[name] = (untouched ? now[name] : value)?.DeepClone();
        }

        var others = DraftDiff.Between(started ?? theirs, theirs);
        var own = DraftDiff.Between(started ?? theirs, mine).ToDictionary(f => f.Path, StringComparer.Ordinal);
        IReadOnlyList<ConflictingField> fields =
        [
            .. others.Select(f => new ConflictingField(
                f.Path, f.Before, f.After, own.TryGetValue(f.Path, out var also) ? also.After : f.Before, own.ContainsKey(f.Path))),
        ];
        return new EditConflict(version, theirs, merged.ToJsonString(), fields);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

/// <param name="Path">Which field; see <see cref="FieldDiff.Path"/>.</param>
public sealed record ConflictingField(string Path, string? Was, string? Theirs, string? Mine, bool Both);
