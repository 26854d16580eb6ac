using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>Which seed was brought in last.</summary>
public sealed class LastSeedQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> where none was kept.</returns>
    public async Task<SeedLoadView?> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.SeedLoads.AsNoTracking().OrderByDescending(load => load.Id)
            .Select(load => new SeedLoadView(load.Dated, load.At)).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <param name="Dated">The day that it carries; <c>null</c> where it carries none.</param>
/// <param name="At">When it was loaded.</param>
public sealed record SeedLoadView(DateOnly? Dated, DateTimeOffset At);
