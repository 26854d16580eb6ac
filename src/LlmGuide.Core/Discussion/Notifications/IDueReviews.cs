using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// How many checks come back to a member, for the weekly mail. What a member learns stands right of what they discuss, so it is asked
/// through this.
/// </summary>
public interface IDueReviews
{
    /// <returns>Those of the members to whom a check came back within that time, and who have not answered it since.</returns>
    IQueryable<Member> Among(GuideDb db, IQueryable<Member> members, DateTimeOffset after, DateTimeOffset upTo);

    Task<int> CountAsync(int memberId, CancellationToken cancellationToken);
}
