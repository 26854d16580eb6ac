using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmGuide.Core.Text;

/// <summary>
/// Keeps the strings of a JSON document to <see cref="CleanText"/>, both ways. JSON kept in a column of text needs it for itself: it
/// holds such characters as escapes, where nobody sees them until it is read.
/// </summary>
public sealed class CleanStrings : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CleanText.Marked(reader.GetString());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(CleanText.Of(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CleanText.Marked(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(CleanText.Of(value));
}
