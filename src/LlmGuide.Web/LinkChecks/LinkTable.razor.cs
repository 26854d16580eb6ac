using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.LinkChecks;

/// <summary>The links with what they last answered; those first, and alone until others are asked for, that need a person.</summary>
public sealed partial class LinkTable
{
    private const string State = "state";
    private const string Everything = "all";

    private static readonly LinkStatus[] Shown =
        [LinkStatus.Dead, LinkStatus.Moved, LinkStatus.Suspect, LinkStatus.Blocked, LinkStatus.Ok, LinkStatus.Unchecked];

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [State];

    [Inject]
    public required LinksQuery Query { get; set; }

    [Inject]
    public required LinkBulk Bulk { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected internal override BulkActs Acts => Bulk;

    protected override async Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken)
    {
        var links = await Query.SummaryAsync(cancellationToken);
        return
        [
            new(
                State, "State",
                [
                    .. Shown.Select(status => (status.ToSlug(), $"{LinkBadges.Word(status)} ({Number(links.Of(status))})")),
                    (Everything, $"All ({Number(links.All)})"),
                ],
                $"Needs review ({Number(links.Waiting)})"),
        ];
    }

    protected override Task<Page<LinkRow>> FindAsync(TableQuestion asked, CancellationToken cancellationToken) => Query.RunAsync(
        new LinkFilter(
            Names.Parse<LinkStatus>(asked[State]), asked[State] is null, asked[TableQuestion.TextKey],
            Names.Parse<LinkSort>(asked.Sort) ?? LinkSort.State, asked.Descending),
        asked.Page, cancellationToken);

    protected internal override string ValueOf(LinkRow row) => LinkBulk.Row(row);

    private string Answer(LinkRow link) => string.Join(
        ", ",
        ((string?[])
        [
            link.Words?.TrimEnd('.'),
            link.MovedTo is { } to ? $"now at {Short(to)}" : null,
            link is { Status: LinkStatus.Suspect, FailedDays: var days } ? $"failed on {Labels.Count(days, "day")}" : null,
            link.FineUntil > Clock.GetUtcNow() ? "confirmed by a curator" : null,
        ]).Where(words => words is { Length: > 0 }));

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string url) => url.Replace("https://", "", StringComparison.Ordinal).TrimEnd('/');
}
