using System.Text.Json.Nodes;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>The prerequisites in the draft of a topic, which is JSON.</summary>
internal static class PrerequisiteList
{
    private const string Name = "prerequisites";
    private const string Topic = "topic";
    private const string Reason = "reason";

    public static bool Has(string json, string slug) =>
        DraftField.Parse(json)[Name] is JsonArray known && known.Any(p => p![Topic]?.GetValue<string>() == slug);

    /// <returns>The draft with one more.</returns>
    public static string With(string json, string slug, string reason)
    {
        var draft = DraftField.Parse(json);
        var known = draft[Name] as JsonArray ?? [];
        draft[Name] = known;
        known.Add(new JsonObject { [Topic] = slug, [Reason] = reason });
        return draft.ToJsonString();
    }
}
