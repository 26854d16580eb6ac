using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>What waits for a curator, oldest first: in the same number of commands, however much waits.</summary>
public sealed class SuggestionQueueQuery(IDbContextFactory<GuideDb> databases, SuggestionReading reading, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The usual wait is that of so many last decisions.</summary>
    private const int DecisionsLookedAt = 50;

    /// <summary>For the menu of curators.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Suggestions.CountAsync(s => s.State == SuggestionState.Pending, cancellationToken);
    }

    /// <param name="reader">A curator.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<QueueView> RunAsync(Actor reader, QueueFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var pending = db.Suggestions.AsNoTracking().Where(s => s.State == SuggestionState.Pending);
        var waiting = await pending.CountAsync(cancellationToken);
        var oldest = await pending.MinAsync(s => (DateTimeOffset?)s.SuggestedAt, cancellationToken);
        var asked = pending.Where(s => (filter.Kind == null || s.Kind == filter.Kind)
            && (filter.Whose != QueueOwner.Mine || (s.ClaimedById == reader.Id && s.ClaimedUntil > now))
            && (filter.Whose != QueueOwner.Nobody || s.ClaimedById == null || s.ClaimedUntil <= now));
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } wanted)
        {
            asked = asked.Where(s => s.SubjectTitle.ToLower().Contains(wanted) || s.Value.ToLower().Contains(wanted));
        }

        var total = filter == new QueueFilter() ? waiting : await asked.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await (filter.Descending ? asked.OrderByDescending(s => s.SuggestedAt) : asked.OrderBy(s => s.SuggestedAt))
            .ThenBy(s => s.Id).Include(s => s.Seconds).AsSplitQuery()
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var facts = await reading.FactsAsync(db, rows, cancellationToken);
        return new QueueView(
            new Page<SuggestionFacts>(facts, number, PageSize, total), waiting, oldest, await UsualWaitAsync(db, cancellationToken), now);
    }

    /// <summary>The median.</summary>
    private static async Task<TimeSpan?> UsualWaitAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var waits = await db.SuggestionDecisions.Where(d => d.State != SuggestionState.Withdrawn)
            .OrderByDescending(d => d.Id).Take(DecisionsLookedAt)
            .Join(db.Suggestions, d => d.SuggestionId, s => s.Id, (d, s) => new { d.At, s.SuggestedAt }).ToListAsync(cancellationToken);
        return waits.Count == 0 ? null : waits.Select(w => w.At - w.SuggestedAt).Order().ElementAt(waits.Count / 2);
    }
}

/// <param name="Kind">Of which kind; <c>null</c> for any.</param>
/// <param name="Whose">Who is on it.</param>
/// <param name="Text">In the title of what it is about, or in what it is to say.</param>
/// <param name="Descending">Those first that wait shortest.</param>
public sealed record QueueFilter(
    SuggestionKind? Kind = null, QueueOwner Whose = QueueOwner.Anybody, string? Text = null, bool Descending = false);

public enum QueueOwner
{
    Anybody,
    Nobody,
    Mine,
}

/// <param name="Oldest">Since when the oldest waits.</param>
/// <param name="UsualWait">How long the last decisions took.</param>
/// <param name="Now">When that was.</param>
public sealed record QueueView(Page<SuggestionFacts> Rows, int Waiting, DateTimeOffset? Oldest, TimeSpan? UsualWait, DateTimeOffset Now);
