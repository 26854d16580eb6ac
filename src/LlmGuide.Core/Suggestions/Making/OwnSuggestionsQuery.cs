using LlmGuide.Core.Data;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>What a member has suggested, newest first, and what became of it.</summary>
public sealed class OwnSuggestionsQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 20;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<Page<SuggestionFacts>> RunAsync(int memberId, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var own = db.Suggestions.AsNoTracking().Where(s => s.SuggestedById == memberId);
        var total = await own.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await own.Include(s => s.Decisions).AsSplitQuery().OrderByDescending(s => s.SuggestedAt).ThenByDescending(s => s.Id)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(r => r.Decisions).Select(d => d.ById).OfType<int>().Distinct().ToList();
        var names = await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.UserName!, cancellationToken);
        var facts = await SuggestionReading.PlainAsync(db, rows, cancellationToken);
        return new Page<SuggestionFacts>(
            [.. facts.Zip(rows, (fact, row) => fact with { Decisions = [.. row.Decisions.OrderByDescending(d => d.Id).Take(1)
                .Select(
                    d => new DecisionFacts(d.State, d.ById is { } by ? names.GetValueOrDefault(by) : null, d.At, d.Reason, d.EntryId))] })],
            number, PageSize, total);
    }

    /// <returns>How many others wait before one that waits itself.</returns>
    public async Task<int> AheadAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Suggestions.CountAsync(s => s.State == SuggestionState.Pending && s.Id < id, cancellationToken);
    }
}
