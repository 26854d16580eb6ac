using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>All benchmarks, to be edited: one page, by name.</summary>
public sealed class CuratedBoardsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <param name="text">Only those with this in their name or address, or of a task with it; empty for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<CuratedBoard>> RunAsync(string? text, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var (found, results) = (db.Benchmarks.AsNoTracking(), db.Results);
        if (text is { Length: > 0 })
        {
            var wanted = text.ToLowerInvariant();
            found = found.Where(
                b => b.Name.ToLower().Contains(wanted) || b.Slug.Contains(wanted) || b.Task.Name.ToLower().Contains(wanted));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderBy(b => b.Name).ThenBy(b => b.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(b => new CuratedBoard(
                b.Slug, b.Name, b.Task.Name, results.Count(r => r.BenchmarkId == b.Id), b.State == null ? null : b.State.Lifecycle))
            .ToListAsync(cancellationToken);
        return new Page<CuratedBoard>(rows, number, PageSize, total);
    }
}

/// <param name="Task">The name of its task.</param>
/// <param name="Lifecycle">How far it can be relied on; <c>null</c> when nobody has said.</param>
public sealed record CuratedBoard(string Slug, string Name, string Task, int Results, Lifecycle? Lifecycle);
