using LlmGuide.Core;

using Microsoft.AspNetCore.OutputCaching;

namespace LlmGuide.Web.Shared.Delivery;

internal sealed class PageCache(IOutputCacheStore store, Evictions evictions) : IPageCache
{
    public async ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        // Recorded first: a page that is finished in between must find it.
        evictions.Record(tags);
        foreach (var tag in tags)
        {
            await store.EvictByTagAsync(tag, cancellationToken);
        }
    }

    /// <summary>Forgets what was kept a moment after the eviction that should have removed it.</summary>
    public async Task EvictIfChangedAsync(IReadOnlyCollection<string> tags, long since)
    {
        if (evictions.AnySince(since, tags))
        {
            await EvictAsync(tags, CancellationToken.None);
        }
    }
}
