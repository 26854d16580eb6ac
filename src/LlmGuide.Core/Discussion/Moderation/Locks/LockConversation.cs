using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation.Locks;

/// <summary>Lets nobody write in a conversation any more, with a reason that everybody can read there.</summary>
public sealed class LockConversation(ModeratorChange moderation)
{
    /// <param name="actor">A moderator.</param>
    /// <param name="reason">1 to <see cref="ReasonText.MaxLength"/> characters.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, int conversationId, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.LockConversation))
        {
            return Refusal.NotAllowed();
        }

        if (!ReasonText.Parse(reason, required: true).TryGet(out var words, out var wrong))
        {
            return wrong;
        }

        return await moderation.OnConversationAsync(
            conversationId,
            (conversation, now) =>
            {
                if (conversation.LockedAt is not null)
                {
                    return Refusal.Rule("This discussion is locked already.");
                }

                conversation.Lock(words, now);
                return new LogEntry(actor, "locked", conversation.Subject, words, now);
            },
            cancellationToken);
    }
}
