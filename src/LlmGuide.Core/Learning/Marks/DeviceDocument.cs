using System.Text.Json;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>
/// The document in which a browser keeps what was marked without an account, and which people save as a file:
/// <c>{ "version": 1, "now": "…", "marks": { "SLUG": { "state": "read", "since": "…" } } }</c>.
/// </summary>
public static class DeviceDocument
{
    /// <summary>The only version there is. One that is greater comes from a newer guide.</summary>
    public const int Version = 1;

    /// <summary>In characters.</summary>
    public const int Longest = 1_000_000;

    private static readonly Refusal NotOurs = Refusal.Rule("This is not a file of reading progress. Nothing was changed.", "file");

    /// <summary>Reads what can be read: a mark whose state or time is none is passed over.</summary>
    public static Outcome<DeviceMarks> Parse(string text)
    {
        if (text.Length > Longest)
        {
            return NotOurs;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return NotOurs;
        }
    }

    private static Outcome<DeviceMarks> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version)
            || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number)
            || !root.TryGetProperty("marks", out var marks) || marks.ValueKind != JsonValueKind.Object)
        {
            return NotOurs;
        }

        if (number > Version)
        {
            return Refusal.Rule("This file was saved by a newer version of the guide. Nothing was changed.", "file");
        }

        return number < Version
            ? NotOurs
            : new DeviceMarks([.. marks.EnumerateObject().Select(MarkOf).OfType<DeviceMark>()], TimeOf(root, "now"));
    }

    private static DeviceMark? MarkOf(JsonProperty one) =>
        Slug.IsValid(one.Name) && one.Value.ValueKind == JsonValueKind.Object
        && one.Value.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String
        && Names.Parse<ReadingState>(state.GetString()) is { } known && TimeOf(one.Value, "since") is { } since
            ? new DeviceMark(one.Name, known, since)
            : null;

    private static DateTimeOffset? TimeOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.String
            && time.TryGetDateTimeOffset(out var at) ? at : null;
}
