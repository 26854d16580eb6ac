using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>Deletes what members were told long ago, read or not.</summary>
public sealed class ForgetNotifications(Writing writing, TimeProvider clock)
{
    public const int KeptForDays = 90;

    /// <returns>How many were deleted.</returns>
    public Task<Outcome<int>> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-KeptForDays);
        return writing.RunAsync<int>(
            async db => await db.Notifications.Where(n => n.At < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
