using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;

namespace LlmGuide.Web.Catalogue.Resources.Bulk;

/// <summary>What can be done with several resources at once, as the value of a choice: <c>level:advanced</c>.</summary>
internal static class BulkChoice
{
    /// <summary>Says that they are still good, which changes nothing about them.</summary>
    public const string Confirm = "confirm";

    private const string Remove = "remove";
    private const string Restore = "restore";

    public static IEnumerable<(string Value, string Words)> All(IReadOnlyList<TopicLink> topics) =>
    [
        (Confirm, "Mark as up to date"),
        .. Enum.GetValues<ResourceLevel>().Select(level => ($"level:{level.ToSlug()}", $"Level: {level}")),
        .. Enum.GetValues<ResourceKind>().Select(kind => ($"kind:{kind.ToSlug()}", $"Kind: {kind}")),
        .. topics.Select(topic => ($"topic:{topic.Slug}", $"Also in: {topic.Title}")),
        (Remove, "Remove from the guide"),
        (Restore, "Restore"),
    ];

    /// <param name="choice">One of the values.</param>
    /// <param name="reason">What was typed beside it; for a topic it says why they stand there.</param>
    /// <returns>What to change; nothing for a value that is none.</returns>
    public static BulkChange Read(string? choice, string? reason) => (choice ?? "").Split(':', 2) switch
    {
        ["level", var level] => new BulkChange(Level: Names.Parse<ResourceLevel>(level)),
        ["kind", var kind] => new BulkChange(Kind: Names.Parse<ResourceKind>(kind)),
        ["topic", var topic] => new BulkChange(Topic: topic, Why: reason),
        [Remove] => new BulkChange(Removed: true),
        [Restore] => new BulkChange(Removed: false),
        _ => new BulkChange(),
    };
}
