namespace LlmGuide.Core.Discussion.Comments;

/// <summary>What a comment said before it was changed. Anyone can read it.</summary>
public sealed class CommentRevision
{
    private CommentRevision()
    {
    }

    public CommentRevision(int commentId, Prose body, DateTimeOffset until)
    {
        CommentId = commentId;
        Body = body;
        Until = until;
    }

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public Prose Body { get; private set; } = Prose.Empty;

    /// <summary>When it was replaced.</summary>
    public DateTimeOffset Until { get; private set; }
}
