using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// How drafts are kept: camel case, names of enums in lower case. A draft is read back for as long as the guide exists, so a
/// property that comes later needs a default, and one that goes is passed over.
/// </summary>
public static class DraftJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Text stays readable in the table, and findable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(new LowerCase()), new CleanStrings() },
    };

    public static string Of<TDraft>(TDraft draft) => JsonSerializer.Serialize(draft, Options);

    /// <exception cref="JsonException">It is no draft of this kind.</exception>
    public static TDraft Read<TDraft>(string json) =>
        JsonSerializer.Deserialize<TDraft>(json, Options) ?? throw new JsonException("A draft is never null.");

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
