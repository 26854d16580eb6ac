using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Addresses;

/// <inheritdoc cref="ICatalogueLinks"/>
public sealed class CatalogueLinks(IDbContextFactory<GuideDb> databases) : ICatalogueLinks
{
    /// <summary>A comment that leads to more hosts than these is looked at anyhow.</summary>
    private const int MostHosts = 10;

    public async Task<IReadOnlyList<string>> ElsewhereAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var hosts = addresses.Select(HostOf).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostHosts).ToList();
        if (hosts.Count == 0)
        {
            return addresses;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var host in hosts)
        {
            // Where the host stands in the path of another address, that one is found too; so the first few are looked at.
            var found = await db.Resources.AsNoTracking()
                .Where(r => r.Url.ToLower().Contains("/" + host) || r.Url.ToLower().Contains("." + host))
                .OrderBy(r => r.Url.Length).Take(5).Select(r => r.Url).ToListAsync(cancellationToken);
            if (found.Exists(url => HostOf(url) == host))
            {
                known.Add(host);
            }
        }

        return [.. addresses.Where(address => HostOf(address) is not { } host || !known.Contains(host))];
    }

    /// <summary>Without <c>www.</c>, in small letters; what stands before an @ is no host.</summary>
    private static string? HostOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host is { Length: > 0 } host
            ? (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host).ToLowerInvariant()
            : null;
}
