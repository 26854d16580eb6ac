namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>
/// How many checks come back to a member, for the weekly mail. What a member learns stands right of what they discuss, so it is asked
/// through this.
/// </summary>
public interface IDueReviews
{
    Task<int> CountAsync(int memberId, CancellationToken cancellationToken);
}
