using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions;

/// <summary>How much one member can suggest. Whoever has a role is not counted.</summary>
public sealed class SuggestionLimits(SuggestionOptions options, DiscussionOptions discussion)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>Why this is too much; <c>null</c> when it is not.</returns>
    internal async Task<Refusal?> RefusedAsync(GuideDb db, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (actor.Roles != Role.None)
        {
            return null;
        }

        var isNew = await IsNewAsync(db, actor.Id, cancellationToken);
        var (mostWaiting, mostADay) = isNew ? (options.NewMemberWaiting, options.NewMemberADay) : (options.Waiting, options.ADay);
        var own = db.Suggestions.Where(s => s.SuggestedById == actor.Id);
        if (await own.CountAsync(s => s.State == SuggestionState.Pending, cancellationToken) >= mostWaiting)
        {
            return Refusal.Rule(
                $"{mostWaiting} of your suggestions are already pending{(isNew ? ", and you are new here" : "")}. "
                + "You can send another once one of them is decided.");
        }

        return await own.CountAsync(s => s.SuggestedAt > now - Day, cancellationToken) >= mostADay
            ? Refusal.Rule($"That is {mostADay} suggestions in a day{(isNew ? ", and you are new here" : "")}. Please continue tomorrow.")
            : null;
    }

    /// <summary>Whether the word of a second member is enough to apply a small fix.</summary>
    internal async Task<bool> CountsAsync(GuideDb db, Actor second, DateTimeOffset now, CancellationToken cancellationToken) =>
        second.Roles != Role.None
        || !await IsNewAsync(db, second.Id, cancellationToken)
        || await db.SuggestionSeconds.CountAsync(s => s.MemberId == second.Id && s.At > now - Day, cancellationToken)
            < options.NewMemberFixes;

    private async Task<bool> IsNewAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        await NewMembers.IsNewAsync(db, memberId, discussion, cancellationToken)
        && !await db.Suggestions.AnyAsync(s => s.SuggestedById == memberId && s.State == SuggestionState.Approved, cancellationToken);
}
