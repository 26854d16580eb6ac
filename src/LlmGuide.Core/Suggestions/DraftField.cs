using System.Globalization;
using System.Text.Json.Nodes;

namespace LlmGuide.Core.Suggestions;

/// <summary>
/// One field of a subject's draft, which is JSON (see <see cref="Revisions.DraftJson"/>): read as text, and set to another text.
/// </summary>
/// <param name="Topic">The topic whose reason it is, or the metric whose score, for those of which there are several.</param>
public sealed record DraftField(CorrectableField Field, string? Topic = null)
{
    /// <summary>Where those stand of which there are several: in which list, told apart by what, and as which property.</summary>
    private (string List, string Key, string Property)? Among => Field.Name switch
    {
        CorrectableFields.Why => ("placements", "topic", "why"),
        CorrectableFields.Score => ("scores", "metric", "value"),
        _ => null,
    };

    private string Property => Among?.Property ?? Field.Name;

    /// <returns>What it says, names one on each line; empty for nothing; <c>null</c> when there is no such place.</returns>
    public string? Read(string json)
    {
        if (Holder(Parse(json)) is not { } holder)
        {
            return null;
        }

        return holder[Property] switch
        {
            JsonArray names => string.Join('\n', names.Select(name => name?.GetValue<string>())),
            { } value => value.ToString(),
            null => "",
        };
    }

    /// <param name="value">As <see cref="Read"/> gives it.</param>
    /// <returns>The draft with the field set.</returns>
    public string Write(string json, string value)
    {
        var draft = Parse(json);
        Holder(draft)![Property] = Field.Shape switch
        {
            FieldShape.Number => value.Length == 0 ? null : JsonValue.Create(int.Parse(value, CultureInfo.InvariantCulture)),
            FieldShape.Names => new JsonArray([.. value.Split('\n').Select(name => (JsonNode?)JsonValue.Create(name))]),
            _ => JsonValue.Create(value),
        };
        return draft.ToJsonString();
    }

    /// <summary>What of a draft the field can be about: for the reason for a place the topics, for a score the metrics.</summary>
    internal IReadOnlyList<string> KeysIn(string json) => Among is not var (list, key, _) ? []
        : [.. (Parse(json)[list] as JsonArray ?? []).Select(record => record![key]?.GetValue<string>())
            .OfType<string>().Where(name => name.Length <= Slug.MaxLength)];

    private JsonObject? Holder(JsonObject draft) => Among is not var (list, key, _) ? draft
        : draft[list]?.AsArray().Select(record => record!.AsObject()).FirstOrDefault(record => record[key]?.GetValue<string>() == Topic);

    internal static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
