using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation.Locks;

/// <summary>Lets members write in a conversation again.</summary>
public sealed class UnlockConversation(ModeratorChange moderation)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">For the log, or nothing.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int conversationId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.LockConversation))
        {
            return Refusal.NotAllowed();
        }

        if (!ReasonText.Parse(reason, required: false).TryGet(out var words, out var wrong))
        {
            return wrong;
        }

        return await moderation.OnConversationAsync(
            conversationId,
            (conversation, now) =>
            {
                if (conversation.LockedAt is null)
                {
                    return Refusal.Rule("This discussion is not locked.");
                }

                conversation.Unlock();
                return new LogEntry(actor, "unlocked", conversation.Subject, words, now);
            },
            cancellationToken);
    }
}
