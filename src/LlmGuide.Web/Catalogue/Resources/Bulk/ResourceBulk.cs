using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Resources.Bulk;

/// <summary>What can be done with several resources, with all of them or with none; a choice is written as <c>level:advanced</c>.</summary>
public sealed class ResourceBulk(ChangeResources change, ConfirmResources confirm, CuratedResourcesQuery resources)
    : BulkActs(Links.CurateBulk, Links.CurateResources, "resource")
{
    /// <summary>Says that they are still good, which changes nothing about them.</summary>
    private const string Confirm = "confirm";

    private const string Remove = "remove";
    private const string Restore = "restore";

    public override async Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
    [
        new(Confirm, "Mark as up to date"),
        .. Enum.GetValues<ResourceLevel>().Select(level => new BulkChoice($"level:{level.ToSlug()}", $"Level: {level}")),
        .. Enum.GetValues<ResourceKind>().Select(kind => new BulkChoice($"kind:{kind.ToSlug()}", $"Kind: {kind}")),
        .. (await resources.TopicsAsync(cancellationToken))
            .Select(topic => new BulkChoice($"topic:{topic.Slug}", $"Also in: {topic.Title}")),
        new(Remove, "Remove from the guide"),
        new(Restore, "Restore"),
    ];

    public override async Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken)
    {
        int[] ids = [.. rows.Select(Id).OfType<int>()];
        var done = choice == Confirm
            ? await confirm.RunAsync(actor, ids, cancellationToken)
            : await change.RunAsync(actor, ids, Read(choice, reason), reason, cancellationToken);
        var refusal = done.Refusal?.About(field => field == nameof(BulkChange.Why) ? nameof(reason) : field);
        return refusal is not null ? new BulkOutcome(0, rows, refusal) : new BulkOutcome(done.Value, [], null);
    }

    private static int? Id(string row) =>
        int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <param name="choice">One of the values.</param>
    /// <param name="reason">What was typed beside it; for a topic it says why they stand there.</param>
    /// <returns>What to change; nothing for a value that is none.</returns>
    private static BulkChange Read(string? choice, string? reason) => (choice ?? "").Split(':', 2) switch
    {
        ["level", var level] => new BulkChange(Level: Names.Parse<ResourceLevel>(level)),
        ["kind", var kind] => new BulkChange(Kind: Names.Parse<ResourceKind>(kind)),
        ["topic", var topic] => new BulkChange(Topic: topic, Why: reason),
        [Remove] => new BulkChange(Removed: true),
        [Restore] => new BulkChange(Removed: false),
        _ => new BulkChange(),
    };
}
