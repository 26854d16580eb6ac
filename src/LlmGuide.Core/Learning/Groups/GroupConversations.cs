using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>The conversation of a group is open to those who are in it now, and to nobody else, whatever their roles.</summary>
internal sealed class GroupConversations : IPrivateConversations
{
    public IQueryable<int> Of(GuideDb db, int memberId) =>
        db.GroupMembers.Where(m => m.MemberId == memberId).Select(m => m.Group.ConversationId!.Value);

    public IQueryable<int> ReadersOf(GuideDb db, int conversationId) =>
        db.GroupMembers.Where(m => m.Group.ConversationId == conversationId).Select(m => m.MemberId);
}
