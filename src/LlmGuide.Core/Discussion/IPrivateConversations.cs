using LlmGuide.Core.Data;

namespace LlmGuide.Core.Discussion;

/// <summary>
/// Whose a private conversation is. Those who have one, such as reading groups, stand right of the discussion, so they are asked
/// through this.
/// </summary>
public interface IPrivateConversations
{
    /// <returns>The numbers of the private conversations that a member may read and write.</returns>
    IQueryable<int> Of(GuideDb db, int memberId);

    /// <returns>The numbers of the members who may read and write a private conversation.</returns>
    IQueryable<int> ReadersOf(GuideDb db, int conversationId);
}
