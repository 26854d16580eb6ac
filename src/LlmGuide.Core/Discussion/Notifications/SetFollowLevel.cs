using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>A member says how much of a conversation they want to be told.</summary>
public sealed class SetFollowLevel(Writing writing, ReadableDiscussion readable)
{
    // Both databases have it in these words. Update, then insert if there was none, would fail for one of two clicks at once.
    private const string Upsert = """
        INSERT INTO "Subscriptions" ("MemberId", "ConversationId", "Level", "SeenUpTo", "SeenAt") VALUES (@member, @conversation, @level, 0, @seen)
        ON CONFLICT ("MemberId", "ConversationId") DO UPDATE SET "Level" = excluded."Level"
        """;

    public async Task<Outcome<Done>> RunAsync(Actor actor, int conversationId, FollowLevel level, CancellationToken cancellationToken) =>
        actor.May(Permission.Follow)
            ? await writing.RunShortAsync<Done>(
                async db =>
                {
                    if (!await readable.Conversations(db, actor.Id).AnyAsync(c => c.Id == conversationId, cancellationToken))
                    {
                        return Refusal.NotThere();
                    }

                    await db.Database.ExecuteSqlRawAsync(
                        Upsert,
                        [
                            db.ParameterFor<Subscription>(nameof(Subscription.MemberId), "@member", actor.Id),
                            db.ParameterFor<Subscription>(nameof(Subscription.ConversationId), "@conversation", conversationId),
                            db.ParameterFor<Subscription>(nameof(Subscription.Level), "@level", level),
                            db.ParameterFor<Subscription>(nameof(Subscription.SeenAt), "@seen", DateTimeOffset.UnixEpoch),
                        ],
                        cancellationToken);
                    return default(Done);
                },
                cancellationToken)
            : Refusal.NotAllowed("You cannot follow conversations for now.");
}
