using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Moderation;

/// <summary>A comment that somebody acts upon, with what is to be written down about it.</summary>
internal sealed class ModeratedComment
{
    private readonly string _author;
    private readonly CommentState _before;
    private readonly DateTimeOffset? _since;

    private ModeratedComment(GuideDb db, Comment comment, Conversation conversation, string author, Actor by, DateTimeOffset now)
    {
        Db = db;
        Comment = comment;
        Conversation = conversation;
        By = by;
        Now = now;
        _author = author;
        _before = comment.State;
        _since = comment.StateSince;
    }

    public GuideDb Db { get; }

    public Comment Comment { get; }

    public Conversation Conversation { get; }

    public Actor By { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Whether there is a row in the log.</summary>
    public bool Logged { get; private set; }

    /// <summary>Whether its readers see something else now.</summary>
    public bool CameOrWent => Comment.State != _before;

    /// <summary>The flags that nobody has decided about.</summary>
    public IQueryable<CommentFlag> OpenFlags => Db.Flags.Where(f => f.CommentId == Comment.Id && f.SettledAt == null);

    /// <summary>Finds it and keeps others off it until the commit, so that two who act at once do so one after the other.</summary>
    public static async Task<ModeratedComment?> FindAsync(
        GuideDb db, int commentId, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Changes nothing, but locks the row where rows are locked.
        await db.Comments.Where(c => c.Id == commentId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Replies, c => c.Replies), cancellationToken);
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == commentId, cancellationToken) is not { } comment)
        {
            return null;
        }

        var conversation = await db.Conversations.AsNoTracking().FirstAsync(c => c.Id == comment.ConversationId, cancellationToken);
        var author = await db.Members.Where(m => m.Id == comment.AuthorId).Select(m => m.UserName).FirstOrDefaultAsync(cancellationToken);
        return new ModeratedComment(db, comment, conversation, author ?? "a former member", by, now);
    }

    /// <summary>Writes a row of the public log.</summary>
    /// <param name="act">See <see cref="LogEntry.Act"/>.</param>
    /// <param name="reason">See <see cref="LogEntry.Reason"/>.</param>
    /// <param name="by">Who, when it is not <see cref="By"/>.</param>
    public void Log(string act, string reason, Actor? by = null)
    {
        Logged = true;
        var subject = new LogSubject(LogKind.Comment, Comment.Id.ToInvariantString(), $"comment by {_author} on {Conversation.Title}");
        Db.Log.Add(new LogEntry(by ?? By, act, subject, reason, Now));
    }

    /// <summary>Tells the author, unless it was the author who acted.</summary>
    /// <param name="act">The first half of the event; the second is the comment's number.</param>
    /// <param name="by">Who, when it is not <see cref="By"/>.</param>
    public Task TellAuthorAsync(string act, string words, Actor? by, CancellationToken cancellationToken) =>
        Comment.AuthorId is { } author && author != (by ?? By).MemberId
            ? ModerationNotice.SendAsync(
                Db, author, $"{act}:{Comment.Id.ToInvariantString()}", Comment.Id, words, by ?? By, Now, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Says of every open flag that somebody has decided.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> SettleFlagsAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = Now;
        return OpenFlags.ExecuteUpdateAsync(
            set => set.SetProperty(f => f.SettledAt, now).SetProperty(f => f.Network, (string?)null), cancellationToken);
    }

    /// <summary>
    /// Saves. When the comment came or went, its readers are told or need be told no more, and the conversation is counted again.
    /// </summary>
    public async Task FinishAsync(CommentReturn shown, CancellationToken cancellationToken)
    {
        await Db.SaveChangesAsync(cancellationToken);
        if (CameOrWent)
        {
            // Whom one mentions that was held was not told before.
            await (Comment.State == CommentState.Standing
                ? shown.TellAsync(Db, Comment, _before == CommentState.Held ? null : _since, Now, cancellationToken)
                : NotificationWriter.WithdrawAsync(Db, Comment.Id, cancellationToken));

            await ConversationCounts.RecountAsync(Db, Comment.ConversationId, cancellationToken);
        }
    }
}
