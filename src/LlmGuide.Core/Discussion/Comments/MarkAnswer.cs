using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Says which reply answers a question, or that none does after all. For who asked, and for curators.</summary>
public sealed class MarkAnswer(Writing writing, ConversationChange change, ReadableDiscussion readable, TimeProvider clock)
{
    /// <param name="replyId">The reply, anywhere below the question.</param>
    public async Task<Outcome<int>> RunAsync(Actor actor, int replyId, bool answers, CancellationToken cancellationToken)
    {
        var outcome = await writing.RunAsync<int>(
            async db =>
            {
                var comments = readable.Comments(db, actor.Id);
                var reply = await comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == replyId, cancellationToken);
                var question =
                    reply?.RootId is { } rootId ? await comments.FirstOrDefaultAsync(c => c.Id == rootId, cancellationToken) : null;
                if (reply?.State is not CommentState.Standing || question is not { Kind: CommentKind.Question })
                {
                    return Refusal.NotThere("This reply to a question no longer exists.");
                }

                if (actor.Suspended || (question.AuthorId != actor.Id && !actor.May(Permission.MarkAnswer)))
                {
                    return Refusal.NotAllowed("Only the member who asked and curators can mark the answer.");
                }

                question.AnsweredBy(answers ? replyId : question.AnswerId == replyId ? null : question.AnswerId);
                await db.SaveChangesAsync(cancellationToken);
                await (answers
                    ? NotificationWriter.OfAnswerAsync(
                        db,
                        new CommentEvent(replyId, reply.ConversationId, actor.Id)
                        {
                            Readers = await readable.ReadersAsync(db, reply.ConversationId, reply.IsPrivate, cancellationToken),
                        },
                        reply.AuthorId, question.AuthorId, clock.GetUtcNow(), cancellationToken)
                    : NotificationWriter.WithdrawAnswerAsync(db, replyId, cancellationToken));
                await ConversationCounts.RecountAsync(db, reply.ConversationId, cancellationToken);
                return reply.ConversationId;
            },
            cancellationToken);
        if (outcome.Refusal is null)
        {
            await change.TellAsync(outcome.Value, CancellationToken.None);
        }

        return outcome;
    }
}
