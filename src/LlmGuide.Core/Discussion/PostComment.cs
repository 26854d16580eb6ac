using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

/// <summary>Says something in a conversation, at the top or as a reply.</summary>
public sealed class PostComment(Writing writing, CommentText text, ConversationChange change, DiscussionOptions options, TimeProvider clock)
{
    /// <param name="actor">Who says it.</param>
    /// <param name="to">Where.</param>
    /// <param name="draft">What. Posted again under the same key, it is the comment that is there already.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>The number of the comment.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, Place to, CommentDraft draft, CancellationToken cancellationToken)
    {
        if (!actor.May(Act.Comment))
        {
            return Refusal.NotAllowed("You may read, but not write, until your suspension ends.");
        }

        var rendered = await text.RenderAsync(draft.Text, cancellationToken);
        if (rendered.Refusal is { } unreadable)
        {
            return unreadable;
        }

        Posted? posted = null;
        var outcome = await writing.RunAsync<int>(
            async db =>
            {
                posted = await AddAsync(db, actor, to, draft, rendered.Value!, cancellationToken);
                return posted.Refusal is { } refusal ? refusal : posted.CommentId;
            },
            cancellationToken);
        if (outcome.Refusal is null)
        {
            await change.TellAsync(posted!.ConversationId, posted.Type, posted.Slug, CancellationToken.None);
        }

        return outcome;
    }

    /// <summary>In somebody else's transaction; what follows its commit is theirs to do.</summary>
    internal async Task<Posted> AddAsync(GuideDb db, Actor actor, Place to, CommentDraft draft, RenderedComment rendered, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var parent = to.ParentId is { } parentId ? await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == parentId, cancellationToken) : null;
        if (to.ParentId is not null && parent?.State is not CommentState.Standing)
        {
            return Posted.No(Refusal.NotThere("The comment that you reply to is not there any more. You can still post your text at the top of the discussion."));
        }

        if (parent?.Depth == Comment.MaxDepth)
        {
            return Posted.No(Refusal.Rule("This thread is as deep as threads get. Please reply one step further up."));
        }

        // Locks the row where rows are locked, so that the same draft cannot come in twice at once.
        var conversationId = parent?.ConversationId ?? to.ConversationId;
        await db.Conversations.Where(c => c.Id == conversationId).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastCommentAt, now), cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().Where(c => c.Id == conversationId)
            .Select(c => new { c.Type, c.Slug, c.LockReason }).FirstOrDefaultAsync(cancellationToken);
        if (conversation is null)
        {
            return Posted.No(Refusal.NotThere());
        }

        if (conversation.LockReason is { } locked)
        {
            return Posted.No(Refusal.Rule($"This discussion is locked: {locked}"));
        }

        var again = await db.Comments.Where(c => c.AuthorId == actor.Id && c.DraftKey == draft.Key).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellationToken);
        if (again is { } known)
        {
            return new Posted(known, conversationId, conversation.Type, conversation.Slug);
        }

        var newcomer = await NewMembers.CheckAsync(db, actor.Id, null, rendered.References, options, cancellationToken);
        if (newcomer.Refusal is { } tooMuch)
        {
            return Posted.No(tooMuch);
        }

        var comment = parent is null
            ? Comment.AtTop(conversationId, draft.IsQuestion ? CommentKind.Question : CommentKind.Comment, actor.MemberId, draft.Key, rendered.Body, now)
            : Comment.ReplyTo(parent, actor.MemberId, draft.Key, rendered.Body, now);
        comment.Refers(rendered.References);
        if (actor == Actor.Guide)
        {
            comment.SayAsGuide();
        }

        if (newcomer.Waits)
        {
            comment.Become(CommentState.Held, now);
        }

        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        if (parent is not null)
        {
            await db.Comments.Where(c => c.Id == parent.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Replies, c => c.Replies + 1), cancellationToken);
        }

        if (comment.State == CommentState.Standing)
        {
            await CountAsync(db, comment, cancellationToken);
            await Telling.OfCommentAsync(db, new Told(comment.Id, conversationId, actor.Id), parent?.AuthorId, rendered.Mentioned, now, cancellationToken);
        }

        return new Posted(comment.Id, conversationId, conversation.Type, conversation.Slug);
    }

    /// <summary>One more, without counting the others again.</summary>
    private static Task<int> CountAsync(GuideDb db, Comment comment, CancellationToken cancellationToken)
    {
        var question = comment.Kind == CommentKind.Question ? 1 : 0;
        return db.Conversations.Where(c => c.Id == comment.ConversationId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Comments, c => c.Comments + 1).SetProperty(c => c.OpenQuestions, c => c.OpenQuestions + question), cancellationToken);
    }

    internal sealed record Posted(int CommentId, int ConversationId, SubjectType Type, string Slug, Refusal? Refusal = null)
    {
        public static Posted No(Refusal refusal) => new(0, 0, default, "", refusal);
    }
}

/// <param name="ConversationId">The conversation, for a comment at the top.</param>
/// <param name="ParentId">The comment to reply to; it says which conversation.</param>
public sealed record Place(int ConversationId, int? ParentId)
{
    public static Place In(int conversationId) => new(conversationId, null);

    public static Place Below(int commentId) => new(0, commentId);
}
