using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Models;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>
/// What the catalogue has already of what a seed says: by its slug, or one that it had; a work by its identifiers too; a result by what
/// it measures.
/// </summary>
internal static class KnownSubject
{
    /// <returns>Its id, removed or not; <c>null</c> where there is none.</returns>
    public static async Task<int?> FindAsync(GuideDb db, SeededSubject one, CancellationToken cancellationToken)
    {
        var found = await In(db, one, one.Key).Select(id => (int?)id).FirstOrDefaultAsync(cancellationToken);
        if (found is null && OwnerOf(one.Kind) is { } owner)
        {
            var current = await db.FormerSlugs.Where(f => f.Owner == owner && f.Slug == one.Key)
                .Select(f => f.Current).FirstOrDefaultAsync(cancellationToken);
            found = current is null ? null : await In(db, one, current).Select(id => (int?)id).FirstOrDefaultAsync(cancellationToken);
        }

        return found;
    }

    private static SlugOwner? OwnerOf(LogKind kind) => kind switch
    {
        LogKind.Topic => SlugOwner.Topic,
        LogKind.Resource => SlugOwner.Resource,
        LogKind.Task => SlugOwner.Task,
        LogKind.Benchmark => SlugOwner.Benchmark,
        _ => null,
    };

    private static IQueryable<int> In(GuideDb db, SeededSubject one, string slug)
    {
        var listed = CatalogueTables.Listed;
        return one.Kind switch
        {
            LogKind.Stage => db.Stages.IgnoreQueryFilters([listed]).Where(s => s.Slug == slug).Select(s => s.Id),
            LogKind.Topic => db.Topics.IgnoreQueryFilters([listed]).Where(t => t.Slug == slug).Select(t => t.Id),
            LogKind.Metric => db.Metrics.IgnoreQueryFilters([listed]).Where(m => m.Slug == slug).Select(m => m.Id),
            LogKind.Task => db.NlpTasks.IgnoreQueryFilters([listed]).Where(t => t.Slug == slug).Select(t => t.Id),
            LogKind.Benchmark => db.Benchmarks.IgnoreQueryFilters([listed]).Where(b => b.Slug == slug).Select(b => b.Id),
            LogKind.Model => db.Models.Where(m => m.Name == slug).Select(m => m.Id),
            LogKind.Path => db.Paths.Select(p => p.Id),
            LogKind.Resource => Works(db, one, slug),
            _ => Results(db, one),
        };
    }

    private static IQueryable<int> Works(GuideDb db, SeededSubject one, string slug)
    {
        var draft = one.Read();
        var keys = WorkKeys.Of(draft["url"]?.ToString(), draft["arxivId"]?.ToString(), draft["doi"]?.ToString());
        var all = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]);
        return all.Where(r => r.Slug == slug).Union(all.KnownBy(keys))
            .OrderBy(r => r.Slug != slug).ThenBy(r => r.RemovedAt != null).ThenBy(r => r.Id).Select(r => r.Id);
    }

    private static IQueryable<int> Results(GuideDb db, SeededSubject one)
    {
        var draft = one.Read();
        var (benchmark, model) = (draft["benchmark"]!.ToString(), draft["model"]!.ToString());
        var (setting, track, source) = (draft["setting"]!.ToString(), draft["track"]!.ToString(), draft["sourceUrl"]!.ToString());
        return db.Results.IgnoreQueryFilters([CatalogueTables.Listed])
            .Where(r => r.Benchmark.Slug == benchmark && r.Model == model && r.Setting == setting && r.Track == track
                && r.SourceUrl == source)
            .OrderBy(r => r.RemovedAt != null).ThenBy(r => r.Id).Select(r => r.Id);
    }
}
