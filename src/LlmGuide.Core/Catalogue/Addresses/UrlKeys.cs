using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Gives the works of an older database their <see cref="Resource.UrlKey"/>, which no statement of a migration could work out.</summary>
public static class UrlKeys
{
    private const int AtOnce = 500;

    /// <summary>Fills what is missing, a few hundred at a time; does nothing when called again.</summary>
    public static async Task FillAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var last = 0;
        while (await MissingAsync(db, last, cancellationToken) is { Count: > 0 } some)
        {
            last = some[^1].Id;
            foreach (var (id, url) in some)
            {
                var key = ResourceUrl.KeyOf(url);
                await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.UrlKey, key), cancellationToken);
            }
        }
    }

    private static async Task<List<(int Id, string Url)>> MissingAsync(GuideDb db, int after, CancellationToken cancellationToken) =>
        [.. (await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking().Where(r => r.UrlKey == null && r.Id > after).OrderBy(r => r.Id).Take(AtOnce)
            .Select(r => new { r.Id, r.Url }).ToListAsync(cancellationToken)).Select(r => (r.Id, r.Url))];
}
