using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Web.Caching.Nodes;

using Microsoft.AspNetCore.OutputCaching;

namespace LlmGuide.Web.Caching;

internal sealed class PageCache : IPageCache
{
    /// <summary>On every page that is kept.</summary>
    public const string AnyPage = "any";

    private const string News = "pages";

    private readonly IOutputCacheStore _store;
    private readonly Evictions _evictions;
    private readonly NodeBus _others;

    public PageCache(IOutputCacheStore store, Evictions evictions, NodeBus others)
    {
        (_store, _evictions, _others) = (store, evictions, others);

        // The store is this process's memory: it forgets before it returns.
        others.Hear(News, tags => _ = ForgetAsync(tags, "another node", CancellationToken.None).AsTask());
        others.WhenNewsWereMissed(() => _ = ForgetAllAsync().AsTask());
    }

    public async ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        await ForgetAsync(tags, "here", cancellationToken);
        _others.Tell(News, tags);
    }

    /// <summary>Forgets what was kept a moment after the eviction that should have removed it.</summary>
    public async Task EvictIfChangedAsync(IReadOnlyCollection<string> tags, long since)
    {
        if (_evictions.AnySince(since, tags))
        {
            await ForgetAsync(tags, "here", CancellationToken.None);
        }
    }

    private ValueTask ForgetAllAsync()
    {
        _evictions.RecordAll();
        return _store.EvictByTagAsync(AnyPage, CancellationToken.None);
    }

    private async ValueTask ForgetAsync(IReadOnlyCollection<string> tags, string origin, CancellationToken cancellationToken)
    {
        Instruments.Evictions.Add(tags.Count, new KeyValuePair<string, object?>("origin", origin));

        // Recorded first: a page that is finished in between must find it.
        _evictions.Record(tags);
        foreach (var tag in tags)
        {
            await _store.EvictByTagAsync(tag, cancellationToken);
        }
    }
}
