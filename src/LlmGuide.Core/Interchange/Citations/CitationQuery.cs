using System.Runtime.CompilerServices;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Notes;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>Works as they are cited: one, those of a topic or a stage in reading order, or all in the order of their keys.</summary>
public sealed class CitationQuery(IDbContextFactory<GuideDb> databases)
{
    private const int AtOnce = 500;

    /// <returns><c>null</c> when no resource has this slug.</returns>
    public async Task<CitedWork?> OfResourceAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await ReadAsync(db, db.Resources.Where(r => r.Slug == slug), cancellationToken)).SingleOrDefault();
    }

    /// <returns><c>null</c> when no topic has this slug.</returns>
    public async Task<IReadOnlyList<CitedWork>?> OfTopicAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Topics.AnyAsync(t => t.Slug == slug, cancellationToken)
            ? await ReadAsync(
                db, db.Placements.Where(p => p.Topic.Slug == slug).OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => p.Resource),
                cancellationToken)
            : null;
    }

    /// <returns><c>null</c> when no stage has this slug.</returns>
    public async Task<IReadOnlyList<CitedWork>?> OfStageAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Stages.AnyAsync(s => s.Slug == slug, cancellationToken)
            ? [.. (await ReadAsync(
                db, db.Placements.Where(p => p.Topic.Stage.Slug == slug).OrderBy(p => p.Topic.Position).ThenBy(p => p.Position)
                    .ThenBy(p => p.Id).Select(p => p.Resource),
                cancellationToken)).DistinctBy(work => work.Key)]
            : null;
    }

    /// <summary>The works that a member has bookmarked, in the order of their keys.</summary>
    public async Task<IReadOnlyList<CitedWork>> OfBookmarksAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var annotations = db.Annotations;

        // Not paged: one person has bookmarked these.
        return await ReadAsync(
            db, db.Resources.Where(r => annotations.Any(a => a.MemberId == memberId && a.BookmarkedAt != null && a.ResourceId == r.Id))
                .OrderBy(r => r.CitationKey),
            cancellationToken);
    }

    /// <summary>Everything, read in parts: a catalogue may be larger than memory.</summary>
    public async IAsyncEnumerable<CitedWork> AllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        for (var last = ""; ;)
        {
            var after = last;
            var part = await ReadAsync(
                db, db.Resources.Where(r => r.CitationKey.CompareTo(after) > 0).OrderBy(r => r.CitationKey).Take(AtOnce),
                cancellationToken);
            foreach (var work in part)
            {
                yield return work;
            }

            if (part.Count < AtOnce)
            {
                break;
            }

            last = part[^1].Key;
        }
    }

    private static async Task<List<CitedWork>> ReadAsync(GuideDb db, IQueryable<Resource> works, CancellationToken cancellationToken)
    {
        var rows = await works.AsNoTracking().Select(r => new
        {
            r.Slug,
            r.CitationKey,
            r.Kind,
            r.Title,
            r.AuthorNames,
            r.Year,
            r.Month,
            r.Venue,
            r.Doi,
            r.ArxivId,
            r.Url,
        }).ToListAsync(cancellationToken);
        var former = await FormerKeysAsync(db, [.. rows.Select(r => r.Slug)], cancellationToken);
        return [.. rows.Select(r => new CitedWork(
            r.CitationKey, [.. former[r.Slug]], r.Kind, r.Title,
            r.AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries),
            r.Year, r.Month, r.Venue, r.Doi, r.ArxivId, r.Url))];
    }

    /// <summary>A work that was merged into another is removed, and its address leads there.</summary>
    private static async Task<ILookup<string, string>> FormerKeysAsync(
        GuideDb db, IReadOnlyList<string> slugs, CancellationToken cancellationToken) => (await db.FormerSlugs.AsNoTracking()
            .Where(f => f.Owner == SlugOwner.Resource && slugs.Contains(f.Current))
            .Join(
                db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => r.RemovedAt != null),
                f => f.Slug, r => r.Slug, (f, r) => new { f.Current, r.Id, r.CitationKey })
            .OrderBy(merged => merged.Id)
            .ToListAsync(cancellationToken))
        .ToLookup(merged => merged.Current, merged => merged.CitationKey, StringComparer.Ordinal);
}
