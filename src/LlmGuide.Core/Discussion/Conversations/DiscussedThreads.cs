using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>Threads of all conversations, those first in which somebody spoke last.</summary>
internal static class DiscussedThreads
{
    private const int MostVoices = 3;

    public static async Task<Page<DiscussedThread>> PageAsync(
        GuideDb db, bool unanswered, long page, int size, CancellationToken cancellationToken)
    {
        var standing = db.Comments.AsNoTracking().Where(c => c.State == CommentState.Standing);
        var tops = standing.Where(c => c.ParentId == null && (!unanswered || (c.Kind == CommentKind.Question && c.AnswerId == null)));
        var total = await tops.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, size);
        var rows = await tops
            .OrderByDescending(c => standing.Where(r => r.RootId == c.Id).Max(r => (int?)r.Id) ?? c.Id)
            .Skip((number - 1) * size).Take(size)
            .Join(db.Conversations, c => c.ConversationId, s => s.Id, (c, s) => new
            {
                c.Id,
                s.Type,
                s.Slug,
                s.Title,
                c.Kind,
                Answered = c.AnswerId != null,
                c.AuthorId,
                c.ByGuide,
                c.Body.Html,
                c.CreatedAt,
            }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();

        // Not paged: of some thirty threads, and nothing of their texts.
        var replies = (await standing.Where(c => c.RootId != null && ids.Contains(c.RootId.Value)).OrderByDescending(c => c.Id)
            .Select(c => new { Root = c.RootId!.Value, c.AuthorId, c.ByGuide, c.CreatedAt }).ToListAsync(cancellationToken))
            .ToLookup(reply => reply.Root);
        var people = rows.Select(row => row.AuthorId).Concat(replies.SelectMany(thread => thread.Select(reply => reply.AuthorId)))
            .OfType<int>().Distinct().ToList();
        var names = await db.Members.Where(m => people.Contains(m.Id)).Select(m => new { m.Id, m.UserName })
            .ToDictionaryAsync(m => m.Id, m => m.UserName, cancellationToken);
        return new Page<DiscussedThread>(
            [.. rows.Select(row => new DiscussedThread(
                row.Id, row.Type, row.Slug, row.Title, row.Kind, row.Answered, NameOf(row.AuthorId, row.ByGuide), row.Html, row.CreatedAt,
                replies[row.Id].Count(),
                replies[row.Id].Select(reply => (DateTimeOffset?)reply.CreatedAt).FirstOrDefault() ?? row.CreatedAt,
                [.. replies[row.Id].Select(reply => NameOf(reply.AuthorId, reply.ByGuide)).Append(NameOf(row.AuthorId, row.ByGuide))
                    .Distinct(StringComparer.Ordinal).Take(MostVoices)]))
                .OrderByDescending(thread => thread.LastAt).ThenByDescending(thread => thread.Id)],
            number, size, total);

        string? NameOf(int? author, bool byGuide) => byGuide ? Actor.Guide.Name : author is { } id ? names.GetValueOrDefault(id) : null;
    }
}

/// <summary>What was said at the top of a conversation, with what came of it.</summary>
/// <param name="Title">Of what the conversation is about.</param>
/// <param name="Author">By name; <c>null</c> for a former member.</param>
/// <param name="Replies">How many stand below it, at whatever depth.</param>
/// <param name="Voices">The last to speak, the last first; <c>null</c> for a former member.</param>
public sealed record DiscussedThread(
    int Id, SubjectType Type, string Slug, string Title, CommentKind Kind, bool Answered, string? Author, string Html,
    DateTimeOffset CreatedAt, int Replies, DateTimeOffset LastAt, IReadOnlyList<string?> Voices);
