using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue;

/// <summary>The slugs of everything that has a page.</summary>
public sealed class AddressesQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="max">How many at most; topics first, then resources in the order of the path.</param>
    public async Task<KnownAddresses> RunAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position).Select(t => t.Slug).Take(max).ToListAsync(cancellationToken);
        var resources = await db.Resources.AsNoTracking().OrderBy(r => r.Id)
            .Select(r => r.Slug).Take(max - topics.Count).ToListAsync(cancellationToken);
        return new KnownAddresses(topics, resources);
    }
}

public sealed record KnownAddresses(IReadOnlyList<string> Topics, IReadOnlyList<string> Resources);
