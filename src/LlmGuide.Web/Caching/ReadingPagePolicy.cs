using LlmGuide.Web.Caching.Headers;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Caching;

/// <summary>
/// Under which key a reading page is kept, and when it is not. It is asked for requests that <see cref="Reader.MayShare"/>
/// only, on every hit: nothing here may allocate without need.
/// </summary>
internal sealed class ReadingPagePolicy(Evictions evictions, NodeBus others, IOptions<SiteOptions> site) : IOutputCachePolicy
{
    private const int Codings = (int)ContentCoding.Brotli + 1;

    private static readonly string[] Themes = [ReadingTheme.System, ReadingTheme.Light, ReadingTheme.Dark];

    private static readonly string[] Variants =
        [.. from theme in Themes from coding in Enum.GetNames<ContentCoding>() select $"{theme}-{coding}"];

    /// <summary>
    /// Without a public address, absolute links begin with the host of the request (<see cref="SiteAddress"/>). A client can
    /// invent hosts unless AllowedHosts is set; what it can fill with them is bounded by the size of the cache.
    /// </summary>
    private readonly bool _varyByHost = site.Value.PublicUrl.Length == 0;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var page = Reader.PageOf(context.HttpContext)!;
        var keep = !KnownQuery.IsLong(context.HttpContext.Request, page.Query);
        context.EnableOutputCaching = keep;
        context.AllowCacheLookup = keep;
        context.AllowCacheStorage = keep;

        // One of many simultaneous readers renders, the others wait for it.
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = others.KeepFor;
        context.CacheVaryByRules.VaryByHost = _varyByHost;
        if (KnownQuery.HasAny(context.HttpContext.Request, page.Query))
        {
            // Most readers have no query, and need no part of the key for it.
            context.CacheVaryByRules.QueryKeys = page.Query;
        }

        context.CacheVaryByRules.CacheKeyPrefix = VariantOf(context.HttpContext.Request);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Nobody measures requests unless it is there.
        context.HttpContext.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new KeyValuePair<string, object?>("llmguide.cached", true));
        return ValueTask.CompletedTask;
    }

    /// <summary>After rendering. The middleware by itself would keep a page with an island ("no-store") or somebody's page.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // No page when an error was shown instead: the exception handler leaves its own endpoint behind.
        context.Tags.UnionWith(Reader.PageOf(context.HttpContext)?.Tags ?? []);
        context.Tags.Add(PageCache.AnyPage);
        context.AllowCacheStorage = FreshPage.IsForAll(context.HttpContext)
            && !evictions.AnySince(FreshPage.BegunAt(context.HttpContext), context.Tags);
        return ValueTask.CompletedTask;
    }

    private static string VariantOf(HttpRequest request)
    {
        // The pages' own reading of the cookie: under another rule, a page would be kept as what it is not.
        var theme = Array.IndexOf(Themes, ReadingTheme.Of(request));
        return Variants[(theme * Codings) + (int)AcceptedEncoding.Of(request.Headers.AcceptEncoding)];
    }
}
