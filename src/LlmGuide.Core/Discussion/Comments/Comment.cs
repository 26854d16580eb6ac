using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>Something that a member said.</summary>
public sealed class Comment
{
    /// <summary>A comment at the top has depth 0; the deepest reply has this one.</summary>
    public const int MaxDepth = 18;

    public const int MaxLength = 10_000;

    private Comment()
    {
    }

    private Comment(int conversationId, Comment? parent, CommentKind kind, int? authorId, Guid draftKey, Prose body, DateTimeOffset now)
    {
        ConversationId = conversationId;
        ParentId = parent?.Id;
        RootId = parent is null ? null : parent.RootId ?? parent.Id;
        Depth = parent is null ? 0 : parent.Depth + 1;
        Kind = kind;
        AuthorId = authorId;
        DraftKey = draftKey;
        Body = body;
        CreatedAt = now;
    }

    public int Id { get; private set; }

    public int ConversationId { get; private set; }

    public int? ParentId { get; private set; }

    /// <summary>The comment at the top that this one stands below; <c>null</c> at the top.</summary>
    public int? RootId { get; private set; }

    public int Depth { get; private set; }

    public CommentKind Kind { get; private set; }

    /// <summary><c>null</c> for a former member, and for the guide.</summary>
    public int? AuthorId { get; private set; }

    /// <summary>Whether the guide itself says it, by a rule.</summary>
    public bool ByGuide { get; private set; }

    /// <summary>Whether the conversation is private: then no list, feed, search or export has it.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>Made with the form that it was written in; unique for its author.</summary>
    public Guid DraftKey { get; private set; }

    public Prose Body { get; private set; } = Prose.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last change that readers are told of.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Counted by the database, with <see cref="Down"/> and <see cref="Rank"/>, whenever a vote is cast.</summary>
    public int Up { get; private set; }

    public int Down { get; private set; }

    /// <summary>See <see cref="WilsonScore"/>.</summary>
    public double Rank { get; private set; }

    public CommentState State { get; private set; }

    /// <summary>Since when <see cref="State"/> is what it is; <c>null</c> for one that always stood.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>How many links in it lead where nothing of the catalogue is; see <see cref="NewMembers"/>.</summary>
    public int Links { get; private set; }

    /// <summary>Why it was removed, for everybody to read.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>The reply that answers this question.</summary>
    public int? AnswerId { get; private set; }

    /// <summary>How many replies stand directly below it, in whatever state.</summary>
    public int Replies { get; private set; }

    public static Comment AtTop(int conversationId, CommentKind kind, int? authorId, Guid draftKey, Prose body, DateTimeOffset now) =>
        new(conversationId, null, kind, authorId, draftKey, body, now);

    /// <param name="parent">Less deep than <see cref="MaxDepth"/>.</param>
    /// <param name="authorId">A member's; <c>null</c> for the guide itself.</param>
    /// <param name="draftKey">See <see cref="DraftKey"/>.</param>
    /// <param name="body">Rendered.</param>
    public static Comment ReplyTo(Comment parent, int? authorId, Guid draftKey, Prose body, DateTimeOffset now) =>
        parent.Depth < MaxDepth
            ? new(parent.ConversationId, parent, CommentKind.Comment, authorId, draftKey, body, now)
            : throw new ArgumentOutOfRangeException(nameof(parent), "Nobody can reply this deep.");

    /// <summary>Replaces the text. Within the grace period after writing nobody is told.</summary>
    public void Edit(Prose body, DateTimeOffset now, TimeSpan grace)
    {
        Body = body;
        if (now - CreatedAt > grace)
        {
            EditedAt = now;
        }
    }

    public void ChangeState(CommentState state, DateTimeOffset now, string? reason = null)
    {
        State = state;
        StateSince = now;
        RemovalReason = reason;
    }

    public void AnsweredBy(int? replyId) => AnswerId = replyId;

    /// <summary>Nobody wrote it.</summary>
    public void SayAsGuide() => ByGuide = true;

    /// <summary>Only those may read it whose conversation it is.</summary>
    public void KeepPrivate() => IsPrivate = true;

    /// <summary>Cuts the tie to a member who left.</summary>
    public void Anonymize() => AuthorId = null;

    /// <summary>To be called with every new text.</summary>
    public void Refers(TextReferences references) => Links = references.Links;
}

public enum CommentKind
{
    Comment,

    /// <summary>Waits for an answer. Only at the top.</summary>
    Question,
}

/// <summary>Whether a comment can be read. In every other state than the first, its place and its replies stay.</summary>
public enum CommentState
{
    Standing,

    /// <summary>By its author, who may take that back for a day.</summary>
    Deleted,

    /// <summary>By a moderator, with a reason.</summary>
    Removed,

    /// <summary>By the weight of flags, until a moderator has looked.</summary>
    Hidden,

    /// <summary>Written by a new member, with links; waits for a moderator to look.</summary>
    Held,
}
