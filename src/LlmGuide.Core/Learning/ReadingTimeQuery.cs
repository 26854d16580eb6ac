using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>How long a work took those who have read it and say so: the median, once enough of them do that it tells of nobody.</summary>
public sealed class ReadingTimeQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>Fewer reports are not shown.</summary>
    public const int Enough = 5;

    /// <returns><c>null</c> where too few have said.</returns>
    public async Task<ReadingTime?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var works = db.Resources;
        var times = db.ReadingMarks.AsNoTracking()
            .Where(m => m.TookMinutes != null && works.Any(r => r.Id == m.ResourceId && r.Slug == slug)).Select(m => m.TookMinutes!.Value);
        var count = await times.CountAsync(cancellationToken);
        if (count < Enough)
        {
            return null;
        }

        var middle = await times.OrderBy(minutes => minutes).Skip((count - 1) / 2).Take(2 - (count % 2)).ToListAsync(cancellationToken);
        return new ReadingTime((int)Math.Round(middle.Average(), MidpointRounding.AwayFromZero), count);
    }
}

/// <param name="Minutes">The median.</param>
/// <param name="Reports">Of so many.</param>
public sealed record ReadingTime(int Minutes, int Reports);
