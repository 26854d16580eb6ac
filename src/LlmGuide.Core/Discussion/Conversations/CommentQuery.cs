using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>One comment by its number: where it stands, and what its forms need to know.</summary>
public sealed class CommentQuery(IDbContextFactory<GuideDb> databases, ReadableDiscussion readable, DiscussionOptions options)
{
    /// <returns><c>null</c> when there never was such a comment, or not for everybody.</returns>
    public Task<CommentView?> RunAsync(int id, CancellationToken cancellationToken) => ForAsync(id, null, cancellationToken);

    /// <summary>
    /// As <see cref="RunAsync"/>, with what is held where <paramref name="reader"/> wrote it, and what is said where they may read.
    /// </summary>
    public async Task<CommentView?> ForAsync(int id, int? reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var members = db.Members;
        var comments = db.Comments;
        return await readable.Comments(db, reader).AsNoTracking().Where(c => c.Id == id)
            .Join(db.Conversations, c => c.ConversationId, s => s.Id, (c, s) => new CommentView(
                c.Id, c.ConversationId, s.Type, s.Slug, s.Title, c.ParentId, c.RootId, c.Kind, c.AuthorId,
                members.Where(m => m.Id == c.AuthorId).Select(m => m.UserName).FirstOrDefault(),
                c.State == CommentState.Standing || (c.State == CommentState.Held && c.AuthorId == reader) ? c.Body.Markdown : "",
                c.State == CommentState.Standing || (c.State == CommentState.Held && c.AuthorId == reader) ? c.Body.Html : "",
                c.CreatedAt, c.EditedAt, c.State, s.LockReason,
                comments.Count(other => other.ConversationId == c.ConversationId) <= options.RootsPerPage
                && c.Depth <= ConversationQuery.LevelsShown))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Kind">Comment or question.</param>
/// <param name="AuthorId">Whose it is; <c>null</c> for a former member.</param>
/// <param name="Markdown">What it says; empty when it cannot be read.</param>
/// <param name="Html">The same as safe HTML.</param>
/// <param name="EditedAt">The last change that readers are told of.</param>
/// <param name="LockReason">Why nobody can write in the conversation, or <c>null</c>.</param>
/// <param name="OnFirstPage">Whether the first page of the conversation surely shows it.</param>
public sealed record CommentView(
    int Id,
    int ConversationId,
    SubjectType Type,
    string Slug,
    string Title,
    int? ParentId,
    int? RootId,
    CommentKind Kind,
    int? AuthorId,
    string? Author,
    string Markdown,
    string Html,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt,
    CommentState State,
    string? LockReason,
    bool OnFirstPage);
