using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>Remembers up to which comment a member has seen a conversation.</summary>
public sealed class MarkConversationSeen(Writing writing, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Actor actor, int conversationId, int upTo, CancellationToken cancellationToken) =>
        await writing.RunShortAsync<Done>(
            async db =>
            {
                var now = clock.GetUtcNow();
                var mine = db.Subscriptions.Where(s => s.MemberId == actor.Id && s.ConversationId == conversationId);
                if (await mine.ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.SeenUpTo, s => s.SeenUpTo > upTo ? s.SeenUpTo : upTo).SetProperty(
                        s => s.SeenAt, now), cancellationToken) == 0)
                {
                    db.Subscriptions.Add(
                        new Subscription { MemberId = actor.Id, ConversationId = conversationId, SeenUpTo = upTo, SeenAt = now });
                }

                return default(Done);
            },
            cancellationToken);
}
