using System.Globalization;
using System.Text.Json;

namespace LlmGuide.Core.Revisions.History;

/// <summary>
/// What is different between two drafts, field by field. Lists of records are compared by the first property of each record, so that
/// a placement that moved is not every placement changed; a list of plain values is one text.
/// </summary>
public static class DraftDiff
{
    /// <summary>Stands between the parts of a <see cref="FieldDiff.Path"/>.</summary>
    public const string Separator = " › ";

    private const string Order = "order";

    /// <param name="before">A draft as <see cref="DraftJson"/>, or <c>null</c> for none.</param>
    /// <returns>The fields that differ, in the order of the draft.</returns>
    public static IReadOnlyList<FieldDiff> Between(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. old.Keys.Concat(now.Keys.Where(path => !old.ContainsKey(path)))
                .Where(path => !path.EndsWith(Separator + Order, StringComparison.Ordinal)
                    || SameMembers(old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Select(path => new FieldDiff(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(field => field.Before != field.After),
        ];
    }

    private static Dictionary<string, string?> Fields(string? json)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Walk(document.RootElement, "", fields);
        }

        return fields;
    }

    private static void Walk(JsonElement value, string path, Dictionary<string, string?> fields)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Walk(property.Value, Join(path, property.Name), fields);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object)
        {
            WalkRecords(value, path, fields);
        }
        else if (Text(value) is { Length: > 0 } text)
        {
            fields[path] = text;
        }
    }

    private static void WalkRecords(JsonElement records, string path, Dictionary<string, string?> fields)
    {
        var keys = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in records.EnumerateArray())
        {
            var properties = record.EnumerateObject().ToList();
            var key = Text(properties[0].Value) ?? "";
            var again = seen[key] = seen.GetValueOrDefault(key) + 1;
            keys.Add(again == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key} ({again})"));
            foreach (var property in properties.Skip(1))
            {
                Walk(property.Value, Join(Join(path, keys[^1]), property.Name), fields);
            }

            if (properties.Count == 1)
            {
                fields[Join(path, keys[^1])] = key;
            }
        }

        fields[Join(path, Order)] = string.Join("; ", keys);
    }

    /// <summary>An order is only worth a word where nothing came or went: the rest shows that already.</summary>
    private static bool SameMembers(string? a, string? b) =>
        a is not null && b is not null
        && a.Split("; ").Order(StringComparer.Ordinal).SequenceEqual(b.Split("; ").Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : path + Separator + name;
}
