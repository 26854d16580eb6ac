using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>What one member adds to a page of a conversation: their votes, and what is new to them. In two commands.</summary>
public sealed class ReaderMarksQuery(IDbContextFactory<GuideDb> databases)
{
    // Not static: a compiled query belongs to the model of one database.
    private readonly Func<GuideDb, int, int, CancellationToken, Task<Visit?>> _visitOf = EF.CompileAsyncQuery(
        (GuideDb db, int member, int conversation, CancellationToken _) =>
            db.Set<Subscription>().AsNoTracking().Where(s => s.MemberId == member && s.ConversationId == conversation)
                .Select(s => new Visit(s.SeenUpTo, s.Level)).FirstOrDefault());

    // No list of numbers: with one, a compiled query makes another statement for each length of it.
    private readonly Func<GuideDb, int, int, int, int, IAsyncEnumerable<VoteCast>> _votesOf = EF.CompileAsyncQuery(
        (GuideDb db, int member, int conversation, int first, int last) =>
            db.Set<CommentVote>().IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking()
                .Where(v => v.MemberId == member && v.CommentId >= first && v.CommentId <= last)
                .Where(v => db.Set<Comment>().Any(c => c.Id == v.CommentId && c.ConversationId == conversation))
                .Select(v => new VoteCast(v.CommentId, v.Value)));

    public async Task<ReaderMarks> RunAsync(ConversationView talk, Actor reader, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var visit = await _visitOf(db, reader.Id, talk.Id, cancellationToken);
        var shown = talk.Tops.Items.SelectMany(top => top.All).ToList();
        var votes = new Dictionary<int, int>();
        if (shown.Count > 0)
        {
            await foreach (var vote in _votesOf(db, reader.Id, talk.Id, shown.Min(comment => comment.Id), shown.Max(comment => comment.Id))
                .WithCancellation(cancellationToken))
            {
                votes[vote.CommentId] = vote.Value;
            }
        }

        var marks = new ReaderMarks(reader, visit?.SeenUpTo, visit?.Level ?? FollowLevel.Normal, votes);
        return marks with { Unseen = shown.Count(marks.IsNew) };
    }

    private sealed record Visit(int SeenUpTo, FollowLevel Level);

    private sealed record VoteCast(int CommentId, int Value);
}

/// <param name="SeenUpTo">The newest comment at the last visit; <c>null</c> before the first.</param>
/// <param name="Votes">The reader's, by the number of the comment.</param>
public sealed record ReaderMarks(Actor Reader, int? SeenUpTo, FollowLevel Level, IReadOnlyDictionary<int, int> Votes, int Unseen = 0)
{
    /// <returns>1, -1, or 0 for none.</returns>
    public int VoteOn(int commentId) => Votes.GetValueOrDefault(commentId);

    /// <summary>New since the last visit: not one's own, and not on the first visit, when everything is.</summary>
    public bool IsNew(CommentRow comment) => comment.Id > SeenUpTo && comment.AuthorId != Reader.Id;
}
