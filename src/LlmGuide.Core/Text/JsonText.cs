using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Text;

/// <summary>
/// The strings of JSON as texts of ours (<see cref="CleanText"/>). JSON can spell every character that no text may have, and half of a
/// surrogate pair too (RFC 8259, 8.2), which .NET refuses to read: a file of a hundred thousand rows is not to end there.
/// </summary>
internal static partial class JsonText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="reader">At a string or a name that is whole in its buffer.</param>
    public static string Of(ref readonly Utf8JsonReader reader)
    {
        try
        {
            return CleanText.Composed(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return CleanText.Composed(Escape().Replace(Encoding.UTF8.GetString(reader.ValueSpan), Unescaped));
        }
    }

    /// <returns>The document with clean strings, and the very same text when it has no others, or is no document.</returns>
    public static string Clean(string document)
    {
        var text = CleanText.Of(document);
        if (!text.Contains("\\u", StringComparison.OrdinalIgnoreCase) || text is not ['{' or '[', ..])
        {
            return text;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text);
            using var written = new MemoryStream();
            using (var writer = new Utf8JsonWriter(written, Readable))
            {
                if (!Copy(parsed.RootElement, writer))
                {
                    return text;
                }
            }

            return Encoding.UTF8.GetString(written.ToArray());
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <returns>Whether the copy differs.</returns>
    private static bool Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                var (before, after) = (Text(element), CleanText.Of(Text(element)));
                writer.WriteStringValue(after);
                return !string.Equals(before, after, StringComparison.Ordinal);
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var items = element.EnumerateArray().Aggregate(false, (differs, item) => differs | Copy(item, writer));
                writer.WriteEndArray();
                return items;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var fields = element.EnumerateObject().Aggregate(false, (differs, field) => differs | Copy(field, writer));
                writer.WriteEndObject();
                return fields;
            default:
                element.WriteTo(writer);
                return false;
        }
    }

    private static bool Copy(JsonProperty field, Utf8JsonWriter writer)
    {
        writer.WritePropertyName(CleanText.Of(field.Name));
        return Copy(field.Value, writer) | !CleanText.IsClean(field.Name);
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Escape().Replace(element.GetRawText()[1..^1], Unescaped);
        }
    }

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'u' => ((char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'f' => "\f",
        var itself => itself.ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
