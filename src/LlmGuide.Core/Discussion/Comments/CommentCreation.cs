using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// What a new comment does in a transaction, which is that of <see cref="PostComment"/> or of whoever answers with a comment: the
/// rules that need the database, the row, the counts, and who is told. Five statements at most,
/// since all who write on SQLite wait for them.
/// </summary>
public sealed class CommentCreation(ReadableDiscussion readable, DiscussionOptions options, TimeProvider clock)
{
    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, int, CancellationToken, Task<CommentContext?>> _sceneOf = EF.CompileAsyncQuery(
        (GuideDb db, int id, CancellationToken _) =>
            db.Set<Conversation>().IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking().Where(c => c.Id == id)
                .Select(c => new CommentContext(
                    c.Id, c.Type, c.Slug, c.LockReason, db.Set<Subscription>()
                        .Any(s => s.ConversationId == id && s.Level == FollowLevel.Following)))
            .FirstOrDefault());

    private readonly Func<GuideDb, int, CancellationToken, Task<Comment?>> _parentOf = EF.CompileAsyncQuery(
        (GuideDb db, int id, CancellationToken _) =>
            db.Set<Comment>().IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking().FirstOrDefault(c => c.Id == id));

    /// <summary>What follows the commit is for the one to do whose transaction it is.</summary>
    internal async Task<Outcome<CreatedComment>> RunAsync(
        GuideDb db, Actor actor, ReplyTarget to, NewComment said, CancellationToken cancellationToken)
    {
        var parent = to.ParentId is { } parentId ? await _parentOf(db, parentId, cancellationToken) : null;
        if (parent is { IsPrivate: true } && !await readable.IsOpenAsync(db, parent.ConversationId, actor.Id, cancellationToken))
        {
            parent = null;
        }

        if (Refuse(to, parent) is { } impossible)
        {
            return impossible;
        }

        if (await _sceneOf(db, parent?.ConversationId ?? to.ConversationId, cancellationToken) is not { } scene
            || (scene.IsPrivate && !await readable.IsOpenAsync(db, scene.Id, actor.Id, cancellationToken)))
        {
            return Refusal.NotThere();
        }

        if (scene.LockReason is { } locked)
        {
            return Refusal.Rule($"This discussion is locked: {locked}");
        }

        var newcomer = scene.IsPrivate ? default
            : await NewMembers.CheckAsync(db, actor.Id, null, said.Text.References, options, cancellationToken);
        if (newcomer.Refusal is { } tooMuch)
        {
            return tooMuch;
        }

        var comment = Comment(actor, parent, scene, said, newcomer.Waits);
        var added = await AddAsync(db, scene, parent, comment, said.Text.Mentioned, cancellationToken);
        return added.TryGet(out var id, out var refusal) ? new CreatedComment(id, scene.Id, scene.Type, scene.Slug) : refusal;
    }

    private static Refusal? Refuse(ReplyTarget to, Comment? parent) =>
        to.ParentId is not null && parent?.State is not CommentState.Standing
            ? Refusal.NotThere(
                "The comment that you reply to no longer exists. You can still post your text at the top of the discussion.")
        : parent?.Depth == Comments.Comment.MaxDepth
            ? Refusal.Rule("This thread cannot go any deeper. Please reply one level further up.")
        : null;

    private Comment Comment(Actor actor, Comment? parent, CommentContext scene, NewComment said, bool waits)
    {
        var now = clock.GetUtcNow();
        var comment = parent is null
            ? Comments.Comment.AtTop(
                scene.Id, said.Draft.IsQuestion ? CommentKind.Question : CommentKind.Comment,
                actor.MemberId, said.Draft.Key, said.Text.Body, now)
            : Comments.Comment.ReplyTo(parent, actor.MemberId, said.Draft.Key, said.Text.Body, now);
        comment.Refers(said.Text.References);
        if (scene.IsPrivate)
        {
            comment.KeepPrivate();
        }

        if (actor == Actor.Guide)
        {
            comment.SayAsGuide();
        }

        if (waits)
        {
            comment.ChangeState(CommentState.Held, now);
        }

        return comment;
    }

    private async Task<Outcome<int>> AddAsync(
        GuideDb db, CommentContext scene, Comment? parent, Comment comment,
        IReadOnlyList<int> mentioned, CancellationToken cancellationToken)
    {
        if (await CommentInsert.RowAsync(db, comment, cancellationToken) is not { } id)
        {
            return await PostedBeforeAsync(db, comment, cancellationToken);
        }

        await CommentInsert.CountAsync(db, comment, cancellationToken);
        if (comment.State == CommentState.Standing && (scene.Followed || parent is not null || mentioned.Count > 0))
        {
            await NotificationWriter.OfCommentAsync(
                db,
                new CommentEvent(id, scene.Id, comment.AuthorId ?? Actor.Guide.Id)
                {
                    Readers = await readable.ReadersAsync(db, scene.Id, scene.IsPrivate, cancellationToken),
                },
                parent?.AuthorId, mentioned, comment.CreatedAt, cancellationToken);
        }

        return id;
    }

    /// <summary>A form that was sent twice says the same twice; where it says something else, neither text may be lost.</summary>
    private static async Task<Outcome<int>> PostedBeforeAsync(GuideDb db, Comment comment, CancellationToken cancellationToken)
    {
        var before = await db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking()
            .Where(c => c.AuthorId == comment.AuthorId && c.DraftKey == comment.DraftKey)
            .Select(c => new { c.Id, c.Body.Markdown }).FirstAsync(cancellationToken);
        return before.Markdown == comment.Body.Markdown
            ? before.Id
            : Refusal.Rule(
                $"This form has posted another text already, as comment {before.Id.ToInvariantString()}. "
                + "This one is still here: post it again if you want both.",
                nameof(CommentDraft.Key));
    }

    private sealed record CommentContext(int Id, SubjectType Type, string Slug, string? LockReason, bool Followed)
    {
        public bool IsPrivate => Type == SubjectType.Group;
    }
}

/// <param name="Draft">As it was sent.</param>
/// <param name="Text">As it was rendered.</param>
internal sealed record NewComment(CommentDraft Draft, RenderedComment Text);

/// <param name="Id">The number of the comment.</param>
internal sealed record CreatedComment(int Id, int ConversationId, SubjectType Type, string Slug);
