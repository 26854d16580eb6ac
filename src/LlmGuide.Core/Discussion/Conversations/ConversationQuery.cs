using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>
/// One page of a conversation, or one thread of it, as it is for everybody: in two commands, however much was said. What a reader adds
/// to it is <see cref="ReaderMarksQuery"/>.
/// </summary>
public sealed class ConversationQuery(
    IDbContextFactory<GuideDb> databases, ReadableDiscussion readable, DiscussionOptions options, TimeProvider clock)
{
    /// <summary>So many levels are shown below where a page begins; what is deeper is one link away.</summary>
    public const int LevelsShown = 6;

    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, int, CancellationToken, Task<Head?>> _headOf = EF.CompileAsyncQuery(
        (GuideDb db, int id, CancellationToken _) =>
            db.Set<Conversation>().IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking().Where(c => c.Id == id)
                .Select(c => new Head(
                    c.Type,
                    c.Slug,
                    c.Title,
                    c.Comments,
                    c.LockReason,
                    db.Set<Comment>().Count(t => t.ConversationId == id && t.ParentId == null),
                    db.Set<Comment>().Where(n => n.ConversationId == id).Max(n => (int?)n.Id) ?? 0))
                .FirstOrDefault());

    /// <param name="reader">A member's number; <c>null</c> for somebody who is not signed in.</param>
    /// <returns><c>null</c> when there is no such conversation, or no such thread in it, or it is not open to the reader.</returns>
    public async Task<ConversationView?> RunAsync(
        int conversationId, ConversationQuestion asked, int? reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await _headOf(db, conversationId, cancellationToken) is not { } head
            || (head.Type == SubjectType.Group && !await readable.IsOpenAsync(db, conversationId, reader, cancellationToken)))
        {
            return null;
        }

        var number = PageNumber.Clamp(asked.Page, head.Tops, options.RootsPerPage);
        var rows = head.Tops == 0 ? [] : await RowsAsync(db, conversationId, asked, number, cancellationToken);
        if (asked.Thread is { } thread && !rows.Exists(row => row.Id == thread))
        {
            return null;
        }

        var tree = CommentTree.Build(rows, asked.Order, asked.Thread);
        return new ConversationView(
            conversationId, head.Type, head.Slug, head.Title, head.Comments, head.LockReason, asked,
            new Page<CommentNode>(tree, number, options.RootsPerPage, asked.Thread is null ? head.Tops : 1),
            head.Newest, clock.GetUtcNow());
    }

    private async Task<List<CommentRow>> RowsAsync(
        GuideDb db, int conversationId, ConversationQuestion asked, int number, CancellationToken cancellationToken)
    {
        var members = db.Members;
        var comments = asked.Thread is { } thread ? Below(db, conversationId, thread) : OnPage(db, conversationId, asked.Order, number);

        // The nearest to the top come first: when a page is full, what is left out hangs below something that is shown.
        return await comments.AsNoTracking().OrderBy(c => c.Depth)
            .ThenByDescending(c => c.Rank).ThenBy(c => c.Id).Take(options.CommentsPerPage)
            .Select(c => new CommentRow(
                c.Id, c.ParentId, c.RootId, c.Depth, c.Kind, c.AuthorId,
                c.ByGuide ? Actor.Guide.Name : members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
                members.Where(m => m.Id == c.AuthorId).Select(m => m.Roles).FirstOrDefault(),
                c.State == CommentState.Standing || c.State == CommentState.Held ? c.Body.Html : "",
                c.CreatedAt, c.EditedAt, c.Up, c.Down, c.Rank, c.State, c.StateSince, c.RemovalReason, c.AnswerId, c.Replies))
            .ToListAsync(cancellationToken);
    }

    private IQueryable<Comment> OnPage(GuideDb db, int conversationId, CommentOrder order, int number)
    {
        var all = db.Comments.IgnoreQueryFilters(DiscussionTables.OfAll);
        var tops = Sorted(all.Where(c => c.ConversationId == conversationId && c.ParentId == null), order)
            .Skip((number - 1) * options.RootsPerPage).Take(options.RootsPerPage).Select(c => c.Id);
        return all.Where(c => c.Depth <= LevelsShown && (tops.Contains(c.Id) || tops.Contains(c.RootId!.Value)));
    }

    /// <summary>The same SQL on both databases; written as it is since LINQ knows no recursion.</summary>
    private static IQueryable<Comment> Below(GuideDb db, int conversationId, int thread) => db.Comments.FromSql(
        $"""
        SELECT * FROM "Comments" WHERE "ConversationId" = {conversationId} AND "Id" IN (
            WITH RECURSIVE below("Id", "Level") AS (
                SELECT {thread}, 0
                UNION ALL
                SELECT c."Id", b."Level" + 1 FROM "Comments" AS c JOIN below AS b ON c."ParentId" = b."Id" WHERE b."Level" < {LevelsShown})
            SELECT "Id" FROM below)
        """).IgnoreQueryFilters(DiscussionTables.OfAll);

    // By number and not by time: a clock that was put back must not put a reply before what it answers.
    private static IOrderedQueryable<Comment> Sorted(IQueryable<Comment> comments, CommentOrder order) => order switch
    {
        CommentOrder.Newest => comments.OrderByDescending(c => c.Id),
        CommentOrder.Oldest => comments.OrderBy(c => c.Id),
        _ => comments.OrderByDescending(c => c.Rank).ThenBy(c => c.Id),
    };

    private sealed record Head(
        SubjectType Type, string Slug, string Title, int Comments, string? LockReason, int Tops, int Newest);
}

/// <param name="Page">Which page of comments at the top, from 1.</param>
/// <param name="Thread">Only this comment and what is below it.</param>
public sealed record ConversationQuestion(CommentOrder Order = CommentOrder.Best, long Page = 1, int? Thread = null);

public enum CommentOrder
{
    /// <summary>By <see cref="WilsonScore"/>, the older first where two are equal.</summary>
    Best,
    Newest,
    Oldest,
}

/// <param name="LockReason">Why nobody can write, or <c>null</c>.</param>
/// <param name="Newest">The number of the newest comment of all.</param>
public sealed record ConversationView(
    int Id,
    SubjectType Type,
    string Slug,
    string Title,
    int Comments,
    string? LockReason,
    ConversationQuestion Asked,
    Page<CommentNode> Tops,
    int Newest,
    DateTimeOffset Now)
{
    /// <summary>Whether it is of those alone whose conversation it is.</summary>
    public bool IsPrivate => Type == SubjectType.Group;
}

/// <summary>One comment as it is shown. The text of one that is held is for its author's eyes.</summary>
public sealed record CommentRow(
    int Id,
    int? ParentId,
    int? RootId,
    int Depth,
    CommentKind Kind,
    int? AuthorId,
    string? Author,
    Role AuthorRoles,
    string Html,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt,
    int Up,
    int Down,
    double Rank,
    CommentState State,
    DateTimeOffset? StateSince,
    string? RemovalReason,
    int? AnswerId,
    int Replies)
{
    public int Score => Up - Down;
}
