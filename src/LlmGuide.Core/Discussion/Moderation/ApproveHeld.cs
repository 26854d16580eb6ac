using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>
/// Lets a new member's comment with links be read; see <see cref="NewMembers"/>. The other decision is <see cref="RemoveComment"/>.
/// </summary>
public sealed class ApproveHeld(ModeratorChange moderation) : ShowComment(
    moderation, Permission.HandleFlags, CommentState.Held, "approved", "This comment is no longer awaiting a moderator.");
