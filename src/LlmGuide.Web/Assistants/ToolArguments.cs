using System.Text.Json;

using ModelContextProtocol.Protocol;

namespace LlmGuide.Web.Assistants;

/// <summary>Holds what an assistant sends to the schema that it was told, so that it can mend a call by itself.</summary>
internal static class ToolArguments
{
    /// <returns>What is wrong, and what to send; <c>null</c> where nothing is.</returns>
    public static string? Fault(Tool tool, IEnumerable<KeyValuePair<string, JsonElement>>? sent)
    {
        var given = sent?.ToDictionary(StringComparer.Ordinal) ?? [];
        var known = Property(tool.InputSchema, "properties") is { } properties
            ? properties.EnumerateObject().ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal) : [];
        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
        {
            return $"The tool {tool.Name} has no argument “{unknown}”. It takes: {string.Join(", ", known.Keys)}.";
        }

        var required = Property(tool.InputSchema, "required") is { } names ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        return required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing
            ? $"The argument “{missing}” is missing. {Description(known[missing])}"
            : given.Where(one => !Fits(one.Value, known[one.Key])).Select(one => one.Key).FirstOrDefault() is { } wrong
                ? $"The argument “{wrong}” must be of type {TypeOf(known[wrong])}. {Description(known[wrong])}" : null;
    }

    private static bool Fits(JsonElement value, JsonElement schema) => TypeOf(schema) switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private static string? TypeOf(JsonElement schema) =>
        Property(schema, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString() : null;

    private static string Description(JsonElement schema) => Property(schema, "description")?.GetString() ?? "";

    private static JsonElement? Property(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var value) ? value : null;
}
