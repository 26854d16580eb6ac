using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.Discussion.Notifications;

/// <summary>Notes that a member has seen a conversation, and what they were told of it.</summary>
internal sealed class VisitNotes(MarkConversationSeen seen, MarkNotificationsRead read, Bookkeeping books)
{
    public Task RememberAsync(Actor reader, int conversation, int newest) => books.TryAsync(async stopped =>
    {
        await seen.RunAsync(reader, conversation, newest, stopped);
        await read.InConversationAsync(reader, conversation, newest, stopped);
    });
}
