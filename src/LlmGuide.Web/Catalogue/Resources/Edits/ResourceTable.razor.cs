using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Web.Catalogue.Resources.Bulk;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>All resources, to be searched, sorted, selected and changed together.</summary>
public sealed partial class ResourceTable
{
    private const string Topic = "topic";
    private const string Kind = "kind";
    private const string Level = "level";
    private const string Link = "link";
    private const string Status = "status";
    private const string Listed = "listed";
    private const string Removed = "removed";
    private const string Imported = "imported";

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [Topic, Kind, Level, Link, Status];

    [Inject]
    public required CuratedResourcesQuery Resources { get; set; }

    [Inject]
    public required ResourceBulk Bulk { get; set; }

    protected internal override BulkActs Acts => Bulk;

    protected override async Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken) =>
    [
        new(Topic, "Topic", [.. (await Resources.TopicsAsync(cancellationToken)).Select(topic => (topic.Slug, topic.Title))]),
        TableFilter.Of<ResourceKind>(Kind, "Kind", Labels.Kind),
        TableFilter.Of<ResourceLevel>(Level, "Level", level => level.ToString()),
        TableFilter.Of<LinkStatus>(Link, "Link", LinkBadges.Word),
        new(Status, "Status", [(Listed, "In the guide"), (Removed, "Removed"), (Imported, "Imported, to review")]),
    ];

    protected override Task<Page<CuratedResource>> FindAsync(
        TableQuestion asked, CancellationToken cancellationToken) => Resources.RunAsync(
        new CuratedFilter(
            asked[TableQuestion.TextKey], asked[Topic], Names.Parse<ResourceKind>(asked[Kind]), Names.Parse<ResourceLevel>(asked[Level]),
            Names.Parse<LinkStatus>(asked[Link]), asked[Status] switch { Listed or Imported => false, Removed => true, _ => null }, null,
            Names.Parse<CuratedSort>(asked.Sort) ?? CuratedSort.Path, asked.Descending)
        {
            Imported = asked[Status] == Imported,
        },
        asked.Page, PageSize, cancellationToken);

    protected internal override string ValueOf(CuratedResource row) => row.Id.ToString(CultureInfo.InvariantCulture);
}
