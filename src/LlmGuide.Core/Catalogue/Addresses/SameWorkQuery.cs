using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Which work of the catalogue an identifier names, however it is written: looks into indexes, in one command.</summary>
public sealed class SameWorkQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns>One that is listed before one that was removed; <c>null</c> when the catalogue never had such a work.</returns>
    public Task<KnownWork?> RunAsync(ResourceUrl address, CancellationToken cancellationToken) =>
        RunAsync([address.Key], cancellationToken);

    /// <param name="keys">See <see cref="WorkKeys"/>; nothing has none of them.</param>
    /// <returns>As for an address.</returns>
    public async Task<KnownWork?> RunAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .KnownBy(keys).OrderBy(r => r.RemovedAt != null).ThenBy(r => r.Id)
            .Select(r => new KnownWork(r.Id, r.Slug, r.Title, r.Kind, r.AuthorNames, r.Year, r.Url, r.RemovedAt != null))
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A work that is in the catalogue already, or was once; each field as <see cref="Resource"/> has it.</summary>
public sealed record KnownWork(
    int Id, string Slug, string Title, ResourceKind Kind, string AuthorNames, int? Year, string Url, bool Removed);
