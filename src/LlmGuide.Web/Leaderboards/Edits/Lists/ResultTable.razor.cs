using LlmGuide.Core;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Islands.Tables.Bulk;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits.Lists;

/// <summary>The results of a benchmark, with those that were taken out.</summary>
public sealed partial class ResultTable
{
    private const string Status = "status";
    private const string Listed = "listed";
    private const string Removed = "removed";

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [Status];

    private static readonly IReadOnlyList<TableFilter> Known =
        [new(Status, "Status", [(Listed, "In the leaderboard"), (Removed, "Removed")])];

    /// <summary>That of the benchmark.</summary>
    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public required string Benchmark { get; set; }

    [Inject]
    public required CuratedResultsQuery Results { get; set; }

    [Inject]
    public required RemoveResults Removing { get; set; }

    protected internal override BulkActs Acts => field ??= new ResultBulk(Removing, Slug);

    protected override Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken) => Task.FromResult(Known);

    protected override Task<Page<CuratedResult>> FindAsync(TableQuestion asked, CancellationToken cancellationToken) => Results.RunAsync(
        Slug,
        new ResultFilter(
            asked[TableQuestion.TextKey], asked[Status] switch { Listed => false, Removed => true, _ => null },
            Names.Parse<ResultSort>(asked.Sort) ?? ResultSort.Model, asked.Descending),
        asked.Page, cancellationToken);

    protected internal override string ValueOf(CuratedResult row) => row.Id.ToInvariantString();
}
