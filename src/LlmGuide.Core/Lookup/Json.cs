using System.Text.Json;

namespace LlmGuide.Core.Lookup;

/// <summary>Looks into JSON whose shape nobody promised: what is not as expected is not there.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Rules =
        new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JsonDocument? Parse(LookupResponse answer) => Parse(answer.Body);

    public static JsonDocument? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text, Rules);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? At(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var inner) ? inner : null;
        }

        return element;
    }

    public static IEnumerable<JsonElement> Items(JsonElement? element) =>
        element is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } found ? []
        : found.ValueKind == JsonValueKind.Array ? found.EnumerateArray()
        : [found];

    public static string? Text(JsonElement element) => Text((JsonElement?)element);

    public static string? Text(JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows to write it, and no text can hold it.
            return null;
        }
    }

    public static int? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;
}
