using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Says something in a conversation, at the top or as a reply.</summary>
public sealed class PostComment(Writing writing, CommentText text, CommentCreation admission, ConversationChange change)
{
    /// <param name="draft">What. Posted again under the same key, it is the comment that is there already.</param>
    /// <returns>The number of the comment.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, ReplyTarget to, CommentDraft draft, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Comment))
        {
            return Refusal.NotAllowed("You may read, but not write, until your suspension ends.");
        }

        var rendered = await text.RenderAsync(draft.Text, cancellationToken);
        if (!rendered.TryGet(out var body, out var unreadable))
        {
            return unreadable;
        }

        var said = new NewComment(draft, body);
        var outcome = await writing.RunShortAsync(db => admission.RunAsync(db, actor, to, said, cancellationToken), cancellationToken);
        if (!outcome.TryGet(out var posted, out var refusal))
        {
            return refusal;
        }

        await change.TellAsync(posted.ConversationId, posted.Type, posted.Slug, CancellationToken.None);
        return posted.Id;
    }
}

/// <param name="ParentId">The comment to reply to; it says which conversation.</param>
public sealed record ReplyTarget(int ConversationId, int? ParentId)
{
    public static ReplyTarget In(int conversationId) => new(conversationId, null);

    public static ReplyTarget Below(int commentId) => new(0, commentId);
}
