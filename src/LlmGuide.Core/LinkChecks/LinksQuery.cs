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

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<LinksView> RunAsync(LinkFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not paged: one row for each state.
        var counts = await db.Resources.GroupBy(r => r.LinkStatus).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var found = db.Resources.AsNoTracking().Where(r => filter.Status == null
            ? !filter.Waiting || r.LinkStatus == LinkStatus.Dead || r.LinkStatus == LinkStatus.Moved
            : r.LinkStatus == filter.Status);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var ordered = found.OrderBy(r => r.LinkStatus == LinkStatus.Dead ? 0 : r.LinkStatus == LinkStatus.Moved ? 1
            : r.LinkStatus == LinkStatus.Suspect ? 2 : r.LinkStatus == LinkStatus.Blocked ? 3 : 4)
            .ThenBy(r => r.Title).ThenBy(r => r.Id);
        var rows = await Rows(db, ordered.Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        var round = await LinkCheckRunQuery.LastAsync(db, cancellationToken);
        return new LinksView(new Page<LinkRow>(rows, number, PageSize, total), counts, round);
    }

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
public sealed record LinkFilter(LinkStatus? Status = null, bool Waiting = false);

/// <param name="Round">The round that runs, or else the last one; <c>null</c> before the first.</param>
public sealed record LinksView(Page<LinkRow> Links, IReadOnlyDictionary<LinkStatus, int> Counts, RoundView? Round)
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
