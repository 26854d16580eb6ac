using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>Who can be read in a conversation, for completing a name that is mentioned there.</summary>
public sealed class ConversationPeopleQuery(IDbContextFactory<GuideDb> databases, ReadableDiscussion readable)
{
    /// <summary>The last to speak; nobody looks through a longer list.</summary>
    public const int MostNames = 100;

    /// <returns>Names, the last to speak first; none where there is no such conversation for this reader.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int conversationId, int reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var spoke = readable.Comments(db, reader).AsNoTracking()
            .Where(c => c.ConversationId == conversationId && c.State == CommentState.Standing && c.AuthorId != null)
            .GroupBy(c => c.AuthorId).Select(said => new { Author = said.Key, Last = said.Max(c => c.Id) });
        return await spoke.Join(db.Members.Where(m => m.DisabledAt == null), s => s.Author, m => m.Id, (s, m) => new { m.UserName, s.Last })
            .OrderByDescending(row => row.Last).Take(MostNames).Select(row => row.UserName!).ToListAsync(cancellationToken);
    }
}
