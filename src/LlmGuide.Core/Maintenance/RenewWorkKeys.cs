using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance;

/// <summary>
/// Makes the keys of works anew (<see cref="WorkKeys"/>) where an older program has made others: it knew fewer ways to write an
/// identifier. Nothing is logged: nobody changed anything.
/// </summary>
public sealed class RenewWorkKeys(IDbContextFactory<GuideDb> databases, Writing writing)
{
    private const int AtOnce = 1_000;

    /// <param name="cancellationToken">Ends it; what is saved stays, and the rest is done next time.</param>
    /// <returns>How many works have other keys now.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (all, last) = (0, 0);
        while (await ReadAsync(last, cancellationToken) is { Count: > 0 } works)
        {
            last = works[^1].Id;
            var old = works.Where(work => work.Has != work.Needs).ToList();
            all += old.Count;
            if (old.Count > 0)
            {
                await writing.RunAsync<Done>(db => SaveAsync(db, old, cancellationToken), cancellationToken);
            }
        }

        return all;
    }

    private async Task<List<Work>> ReadAsync(int after, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .Where(r => r.Id > after).OrderBy(r => r.Id).Take(AtOnce)
            .Select(r => new Work(r.Id, r.Url, r.ArxivId, r.Doi, new Keys(r.UrlKey, r.ArxivKey, r.DoiKey))).ToListAsync(cancellationToken);
    }

    private static async Task<Outcome<Done>> SaveAsync(GuideDb db, List<Work> works, CancellationToken cancellationToken)
    {
        foreach (var work in works)
        {
            var (url, arxiv, doi) = work.Needs;
            await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => r.Id == work.Id && r.Url == work.Url)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.UrlKey, url).SetProperty(r => r.ArxivKey, arxiv).SetProperty(r => r.DoiKey, doi),
                    cancellationToken);
        }

        return default(Done);
    }

    private sealed record Work(int Id, string Url, string? ArxivId, string? Doi, Keys Has)
    {
        public Keys Needs => new(ResourceUrl.KeyOf(Url), ArxivNumber.KeyOf(ArxivId), DoiNumber.KeyOf(Doi));
    }

    private sealed record Keys(string? Url, string? Arxiv, string? Doi);
}
