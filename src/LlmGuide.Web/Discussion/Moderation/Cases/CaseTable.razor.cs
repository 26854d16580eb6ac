using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Islands.Tables.Bulk;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>What waits for a moderator, those first that wait longest.</summary>
public sealed partial class CaseTable
{
    private const string State = "state";
    private const string Reported = "reason";
    private const string Since = "since";
    private const int LongestExcerpt = 200;

    /// <summary>What the address can have.</summary>
    internal static readonly IReadOnlyList<string> Keys = [State, Reported];

    private static readonly IReadOnlyList<TableFilter> Known =
    [
        new(
            State, "State",
            [
                .. ((CommentState[])[CommentState.Held, CommentState.Hidden, CommentState.Standing])
                    .Select(state => (state.ToSlug(), CaseLabels.State(state))),
            ]),
        TableFilter.Of<FlagReason>(Reported, "Reported as", ReasonLabels.Of),
    ];

    [Inject]
    public required ModerationQueueQuery Queue { get; set; }

    [Inject]
    public required CaseBulk Bulk { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected internal override BulkActs Acts => Bulk;

    protected override Task<IReadOnlyList<TableFilter>> FiltersAsync(CancellationToken cancellationToken) => Task.FromResult(Known);

    protected override Task<Page<ModerationCase>> FindAsync(TableQuestion asked, CancellationToken cancellationToken) => Queue.RunAsync(
        new ModerationFilter(
            asked[TableQuestion.TextKey], Names.Parse<CommentState>(asked[State]),
            Names.Parse<FlagReason>(asked[Reported]), asked.Descending),
        asked.Page, cancellationToken);

    protected internal override string ValueOf(ModerationCase row) => row.Id.ToString(CultureInfo.InvariantCulture);
}
