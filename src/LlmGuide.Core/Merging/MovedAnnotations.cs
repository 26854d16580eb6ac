using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Notes;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>
/// Notes and bookmarks go along when two works, or two topics, become one. Who has noted both keeps both texts, one below the other, as
/// they were rendered: nothing is rendered within the transaction.
/// </summary>
internal static class MovedAnnotations
{
    private const string Rule = "\n\n---\n\n";
    private const string RuleHtml = "\n<hr>\n";

    public static async Task OfResourceAsync(GuideDb db, int from, int into, CancellationToken cancellationToken)
    {
        var all = db.Annotations;
        await JoinAsync(db, all.Where(a => a.ResourceId == from), all.Where(a => a.ResourceId == into), cancellationToken);
        await all.Where(a => a.ResourceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ResourceId, into), cancellationToken);
    }

    public static async Task OfTopicAsync(GuideDb db, int from, int into, CancellationToken cancellationToken)
    {
        var all = db.Annotations;
        await JoinAsync(db, all.Where(a => a.TopicId == from), all.Where(a => a.TopicId == into), cancellationToken);
        await all.Where(a => a.TopicId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.TopicId, into), cancellationToken);
    }

    /// <summary>Not paged: those who keep something about both are few, and none may be forgotten.</summary>
    private static async Task JoinAsync(
        GuideDb db, IQueryable<Annotation> going, IQueryable<Annotation> staying, CancellationToken cancellationToken)
    {
        var pairs = await going.Join(staying, a => a.MemberId, b => b.MemberId, (a, b) => new { Going = a, Staying = b })
            .ToListAsync(cancellationToken);
        foreach (var pair in pairs)
        {
            pair.Staying.Absorb(pair.Going, Rule, RuleHtml);
            db.Annotations.Remove(pair.Going);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
