using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Which work of the catalogue an address leads to, however it is written: one look into an index.</summary>
public sealed class SameWorkQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    /// <returns><c>null</c> when the catalogue has no such work.</returns>
    public async Task<KnownWork?> RunAsync(ResourceUrl address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.AsNoTracking().Where(r => r.UrlKey == address.Key).OrderBy(r => r.Id)
            .Select(r => new KnownWork(r.Id, r.Slug, r.Title, r.Kind, r.AuthorNames, r.Year, r.Url)).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A work that is in the catalogue already; each field as <see cref="Resource"/> has it.</summary>
public sealed record KnownWork(int Id, string Slug, string Title, ResourceKind Kind, string AuthorNames, int? Year, string Url);
