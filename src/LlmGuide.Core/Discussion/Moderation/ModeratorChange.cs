using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// What all acts of moderation have in common: one transaction, the conversation counted again when a comment came or went, and
/// after the commit the kept pages forgotten and those who are looking at the conversation told.
/// </summary>
public sealed class ModeratorChange(Writing writing, ConversationChange change, CommentReturn shown, TimeProvider clock)
{
    /// <param name="actor">Who acts. That they may was asked before.</param>
    /// <param name="act">What to do with it, or why not.</param>
    internal async Task<Outcome<Done>> OnCommentAsync(
        Actor actor, int commentId, Func<ModeratedComment, Task<Refusal?>> act, CancellationToken cancellationToken)
    {
        ModeratedComment? done = null;
        var outcome = await writing.RunAsync<Done>(
            async db =>
            {
                if (await ModeratedComment.FindAsync(db, commentId, actor, clock.GetUtcNow(), cancellationToken) is not { } moderated)
                {
                    return Refusal.NotThere("This comment no longer exists.");
                }

                if (await act(moderated) is { } refusal)
                {
                    return refusal;
                }

                await moderated.FinishAsync(shown, cancellationToken);
                done = moderated;
                return default(Done);
            },
            _ => done!.Logged ? [PageTags.Changes] : [],
            cancellationToken);
        await TellAsync(outcome.Refusal is null && done!.CameOrWent ? done.Conversation : null);
        return outcome;
    }

    /// <param name="act">What to do with it, and the row for the log; or why not.</param>
    internal async Task<Outcome<Done>> OnConversationAsync(
        int conversationId, Func<Conversation, DateTimeOffset, Outcome<LogEntry>> act, CancellationToken cancellationToken)
    {
        Conversation? changed = null;
        var outcome = await writing.RunAsync<Done>(
            async db =>
            {
                if (await db.Conversations.FirstOrDefaultAsync(c => c.Id == conversationId, cancellationToken) is not { } conversation)
                {
                    return Refusal.NotThere();
                }

                if (!act(conversation, clock.GetUtcNow()).TryGet(out var entry, out var refusal))
                {
                    return refusal;
                }

                db.Log.Add(entry);
                changed = conversation;
                return default(Done);
            },
            _ => [PageTags.Changes],
            cancellationToken);
        await TellAsync(outcome.Refusal is null ? changed : null);
        return outcome;
    }

    /// <param name="name">The member's, in any case.</param>
    /// <param name="act">What to do with them, which writes its row for the log; or why not.</param>
    internal Task<Outcome<Done>> OnMemberAsync(
        string name, Func<GuideDb, Member, DateTimeOffset, Task<Refusal?>> act, CancellationToken cancellationToken)
    {
        var normal = name.ToUpperInvariant();
        return writing.RunAsync<Done>(
            async db =>
                await db.Members.AsNoTracking()
                    .FirstOrDefaultAsync(m => m.NormalizedUserName == normal, cancellationToken) is not { } member
                    ? Refusal.NotThere("There is no such member.")
                    : await act(db, member, clock.GetUtcNow()) is { } refusal ? refusal : default(Done),
            _ => [PageTags.Changes],
            cancellationToken);
    }

    // After the commit the act is done, whoever has gone away: so nothing ends this.
    private Task TellAsync(Conversation? conversation) => conversation is null ? Task.CompletedTask
        : change.TellAsync(conversation.Id, conversation.Type, conversation.Slug, CancellationToken.None);
}
