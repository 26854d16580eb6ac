using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Islands.Tables.Bulk;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>What a moderator can decide about several comments: about each by itself, since each may have been decided meanwhile.</summary>
public sealed class CaseBulk(DecideCase decide) : BulkActs(Links.ModerateBulk, Links.Moderate, "comment")
{
    public override Task<IReadOnlyList<BulkChoice>> ChoicesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BulkChoice>>(
        [
            new(Decision.Keep.ToSlug(), "Dismiss reports"),
            new(Decision.Approve.ToSlug(), "Approve"),
            new(Decision.Remove.ToSlug(), "Remove"),
        ]);

    public override Task<BulkOutcome> RunAsync(
        Actor actor, IReadOnlyList<string> rows, string? choice, string? reason, CancellationToken cancellationToken) =>
        EachAsync(rows, async row =>
            Names.Parse<Decision>(choice) is not ({ } decision and not Decision.Restore) ? Unknown
            : int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? (await decide.RunAsync(decision, actor, id, reason, cancellationToken)).Refusal
            : Refusal.NotThere());
}
