using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>The slugs of the tasks and benchmarks, which all have pages.</summary>
public sealed class BoardAddressesQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="max">How many at most; tasks first, then benchmarks in the order they were added.</param>
    public async Task<BoardAddresses> RunAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tasks = await db.NlpTasks.AsNoTracking().OrderBy(t => t.Position)
            .ThenBy(t => t.Id).Select(t => t.Slug).Take(max).ToListAsync(cancellationToken);
        var benchmarks = await db.Benchmarks.AsNoTracking().OrderBy(b => b.Id)
            .Select(b => b.Slug).Take(max - tasks.Count).ToListAsync(cancellationToken);
        return new BoardAddresses(tasks, benchmarks);
    }
}

public sealed record BoardAddresses(IReadOnlyList<string> Tasks, IReadOnlyList<string> Benchmarks);
