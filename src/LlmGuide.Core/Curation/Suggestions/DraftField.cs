using System.Globalization;
using System.Text.Json.Nodes;

namespace LlmGuide.Core.Curation.Suggestions;

/// <summary>One field of a subject's draft, which is JSON (see <see cref="Revisions.DraftJson"/>): read as text, and set to another text.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Topic">The topic whose reason it is, for <see cref="CorrectableFields.Why"/>.</param>
public sealed record DraftField(CorrectableField Field, string? Topic = null)
{
    private const string Placements = "placements";

    /// <returns>What it says, names one on each line; empty for nothing; <c>null</c> when there is no such place.</returns>
    public string? Read(string json)
    {
        if (Holder(Parse(json)) is not { } holder)
        {
            return null;
        }

        return holder[Field.Name] switch
        {
            JsonArray names => string.Join('\n', names.Select(name => name?.GetValue<string>())),
            { } value => value.ToString(),
            null => "",
        };
    }

    /// <param name="json">The draft.</param>
    /// <param name="value">As <see cref="Read"/> gives it.</param>
    /// <returns>The draft with the field set.</returns>
    public string Write(string json, string value)
    {
        var draft = Parse(json);
        Holder(draft)![Field.Name] = Field.Shape switch
        {
            FieldShape.Number => value.Length == 0 ? null : JsonValue.Create(int.Parse(value, CultureInfo.InvariantCulture)),
            FieldShape.Names => new JsonArray([.. value.Split('\n').Select(name => (JsonNode?)JsonValue.Create(name))]),
            _ => JsonValue.Create(value),
        };
        return draft.ToJsonString();
    }

    /// <summary>The topics that the subject of a draft stands in.</summary>
    internal static IReadOnlyList<string?> TopicsOf(string json) =>
        [.. (Parse(json)[Placements] as JsonArray ?? []).Select(place => place!["topic"]?.GetValue<string>())];

    private JsonObject? Holder(JsonObject draft) => Field.Name == CorrectableFields.Why
        ? draft[Placements]?.AsArray().Select(place => place!.AsObject()).FirstOrDefault(place => place["topic"]?.GetValue<string>() == Topic)
        : draft;

    internal static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
