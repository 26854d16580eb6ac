using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>Says how far a member is with a work.</summary>
public sealed class MarkResource(Writing writing, TimeProvider clock)
{
    /// <param name="actor">Whose mark it is.</param>
    /// <param name="slug">The work's, or one that it once had.</param>
    /// <returns>The mark as it is then; a work that is no part of the guide is refused.</returns>
    public async Task<Outcome<ReadingEntry>> RunAsync(Actor actor, string slug, ReadingState state, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not mark what you have read, until your suspension ends.");
        }

        return await writing.RunShortAsync<ReadingEntry>(
            async db =>
            {
                if (await FindAsync(db, slug, cancellationToken) is not { } work)
                {
                    return Refusal.NotThere("This work is not in the guide.");
                }

                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                var marking = new Marking(db, actor.Id, cancellationToken);
                var marks = await marking.ReadAsync([work.Id]);
                await marking.SetAsync([new Marked(work.Id, state, clock.GetUtcNow())]);
                return new ReadingEntry(work.Slug, state, marks.GetValueOrDefault(work.Id)?.Since);
            },
            cancellationToken);
    }

    private static async Task<Work?> FindAsync(GuideDb db, string slug, CancellationToken cancellationToken)
    {
        var former = db.FormerSlugs.Where(f => f.Owner == SlugOwner.Resource && f.Slug == slug).Select(f => f.Current);
        return await db.Resources.AsNoTracking().Where(r => r.Slug == slug || former.Contains(r.Slug))
            .OrderByDescending(r => r.Slug == slug)
            .Select(r => new Work(r.Id, r.Slug)).FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record Work(int Id, string Slug);
}

/// <param name="Resource">The slug of the work.</param>
/// <param name="Since">When it was marked; <c>null</c> for one that never was.</param>
public sealed record ReadingEntry(string Resource, ReadingState State, DateTimeOffset? Since);
