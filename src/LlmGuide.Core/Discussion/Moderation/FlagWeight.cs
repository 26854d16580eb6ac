using System.Net;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// How much a member's flag counts: who is new least, whoever was given a role enough to hide a comment alone. A flag from a network
/// that has flagged the comment already counts nothing, since many accounts there may be one person; a moderator sees it all the same.
/// </summary>
internal static class FlagWeight
{
    /// <summary>
    /// The next flag that comes after so many days has it forgotten from which network the older ones came; a decision does so at once.
    /// </summary>
    private const int NetworkDays = 30;

    /// <param name="flagged">The comment, with the flags that it has.</param>
    /// <param name="from">Where the flag comes from; <c>null</c> where that is not known.</param>
    /// <param name="options">The weights.</param>
    public static async Task<int> OfAsync(
        ModeratedComment flagged, IPAddress? from, DiscussionOptions options, CancellationToken cancellationToken) =>
        flagged.By.Roles != Role.None ? options.CuratorFlagWeight
        : await IsKnownAsync(flagged, from, cancellationToken) ? 0
        : await NewMembers.IsNewAsync(flagged.Db, flagged.By.Id, options, cancellationToken) ? options.NewMemberFlagWeight
        : options.MemberFlagWeight;

    // Bounded: enough flags hide a comment, and what is hidden takes no more.
    private static async Task<bool> IsKnownAsync(ModeratedComment flagged, IPAddress? from, CancellationToken cancellationToken)
    {
        var since = flagged.Now.AddDays(-NetworkDays);
        await flagged.Db.Flags.Where(f => f.SettledAt == null && f.At <= since && f.Network != null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Network, (string?)null), cancellationToken);
        var marks = await flagged.OpenFlags.Where(f => f.Weight > 0 && f.Network != null).Select(f => f.Network)
            .ToListAsync(cancellationToken);
        return marks.Exists(mark => NetworkMark.Matches(mark, from));
    }
}
