using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>What can be chosen in the forms of tasks, benchmarks and results.</summary>
public sealed class BoardChoicesQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>Lists of choices are no longer than this; what is not in one can be typed.</summary>
    private const int Most = 300;

    public async Task<BoardChoices> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new BoardChoices(
            await db.Metrics.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id)
                .Select(m => new TopicLink(m.Slug, m.Name)).Take(Most).ToListAsync(cancellationToken),
            await db.Topics.AsNoTracking().OrderBy(t => t.Position)
                .Select(t => new TopicLink(t.Slug, t.Title)).Take(Most).ToListAsync(cancellationToken),
            await db.NlpTasks.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Id)
                .Select(t => new TopicLink(t.Slug, t.Name)).Take(Most).ToListAsync(cancellationToken));
    }
}

/// <param name="Metrics">By name.</param>
/// <param name="Topics">In the order of the path.</param>
/// <param name="Tasks">In their order.</param>
public sealed record BoardChoices(IReadOnlyList<TopicLink> Metrics, IReadOnlyList<TopicLink> Topics, IReadOnlyList<TopicLink> Tasks);
