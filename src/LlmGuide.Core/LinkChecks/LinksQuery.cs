using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks;

/// <summary>All links with what they last answered, those first that need a person.</summary>
public sealed class LinksQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <param name="filter">Which links, and in which order.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<LinkRow>> RunAsync(LinkFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = db.Resources.AsNoTracking().Where(r => filter.Status == null
            ? !filter.Waiting || r.LinkStatus == LinkStatus.Dead || r.LinkStatus == LinkStatus.Moved
            : r.LinkStatus == filter.Status);
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } wanted)
        {
            found = found.Where(r => r.Title.ToLower().Contains(wanted) || r.Url.ToLower().Contains(wanted));
        }

        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await Rows(db, Ordered(found, filter).Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new Page<LinkRow>(rows, number, PageSize, total);
    }

    /// <summary>How many links are in which state, and the round that says so.</summary>
    public async Task<LinkSummary> SummaryAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Not paged: one row for each state.
        var counts = await db.Resources.GroupBy(r => r.LinkStatus).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new LinkSummary(counts, await LinkCheckRunQuery.LastAsync(db, cancellationToken));
    }

    // Those first that need a person. Every order ends in the id, so that pages never overlap.
    private static IOrderedQueryable<Resource> Ordered(IQueryable<Resource> found, LinkFilter filter) =>
        (filter.Sort, filter.Descending) switch
        {
            (LinkSort.Title, false) => found.OrderBy(r => r.Title).ThenBy(r => r.Id),
            (LinkSort.Title, true) => found.OrderByDescending(r => r.Title).ThenBy(r => r.Id),
            (_, true) => found.OrderBy(r => r.LinkStatus == LinkStatus.Dead ? 4 : r.LinkStatus == LinkStatus.Moved ? 3
                : r.LinkStatus == LinkStatus.Suspect ? 2 : r.LinkStatus == LinkStatus.Blocked ? 1 : 0)
                .ThenBy(r => r.Title).ThenBy(r => r.Id),
            _ => found.OrderBy(r => r.LinkStatus == LinkStatus.Dead ? 0 : r.LinkStatus == LinkStatus.Moved ? 1
                : r.LinkStatus == LinkStatus.Suspect ? 2 : r.LinkStatus == LinkStatus.Blocked ? 3 : 4)
                .ThenBy(r => r.Title).ThenBy(r => r.Id),
        };

    // What was seen of an address that the work has no more is not shown.
    internal static IQueryable<LinkRow> Rows(GuideDb db, IQueryable<Resource> works)
    {
        var checks = db.LinkChecks;
        return works.Select(r => new { Work = r, Check = checks.FirstOrDefault(c => c.ResourceId == r.Id && c.Url == r.Url) })
            .Select(row => new LinkRow(
                row.Work.Slug, row.Work.Title, row.Work.Url, row.Work.LinkStatus,
                row.Check!.CheckedAt, row.Check.Words, row.Check.MovedTo, row.Work.ArchiveUrl,
                (int?)row.Check.FailedDays ?? 0, row.Check.DeadSince, row.Check.FineUntil));
    }
}

/// <param name="Status">In one state; <c>null</c>: whatever their state.</param>
/// <param name="Waiting">Only those that wait for a person: dead, or with a new address.</param>
/// <param name="Text">In the title or the address of the work.</param>
/// <param name="Sort">By which column.</param>
/// <param name="Descending">From the last to the first.</param>
public sealed record LinkFilter(
    LinkStatus? Status = null, bool Waiting = false, string? Text = null, LinkSort Sort = LinkSort.State, bool Descending = false);

public enum LinkSort
{
    /// <summary>Those first that need a person.</summary>
    State,
    Title,
}

/// <param name="Counts">How many links are in each state.</param>
/// <param name="Round">The round that runs, or else the last one; <c>null</c> before the first.</param>
public sealed record LinkSummary(IReadOnlyDictionary<LinkStatus, int> Counts, RoundView? Round)
{
    public int Of(LinkStatus status) => Counts.TryGetValue(status, out var count) ? count : 0;

    /// <summary>How many wait for a person.</summary>
    public int Waiting => Of(LinkStatus.Dead) + Of(LinkStatus.Moved);

    public int All => Counts.Values.Sum();
}

/// <summary>One work's link; each field as <see cref="LinkCheck"/> has it.</summary>
public sealed record LinkRow(
    string Slug,
    string Title,
    string Url,
    LinkStatus Status,
    DateTimeOffset? CheckedAt,
    string? Words,
    string? MovedTo,
    string? ArchiveUrl,
    int FailedDays,
    DateTimeOffset? DeadSince,
    DateTimeOffset? FineUntil);
