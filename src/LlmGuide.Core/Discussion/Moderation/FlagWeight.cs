using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>How much a member's flag counts: who is new least, whoever was given a role enough to hide a comment alone.</summary>
internal static class FlagWeight
{
    public static async Task<int> OfAsync(GuideDb db, Actor actor, DiscussionOptions options, CancellationToken cancellationToken) =>
        actor.Roles != Role.None ? options.CuratorFlagWeight
        : await NewMembers.IsNewAsync(db, actor.Id, options, cancellationToken) ? options.NewMemberFlagWeight
        : options.MemberFlagWeight;
}
