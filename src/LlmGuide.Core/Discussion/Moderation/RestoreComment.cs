using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>Takes a removal back.</summary>
public sealed class RestoreComment(ModeratorChange moderation) : ShowComment(
    moderation, Permission.RemoveComment, CommentState.Removed, "restored", "This comment has not been removed.");
