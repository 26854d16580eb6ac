using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared.Delivery;

/// <summary>
/// Under which key a reading page is kept, and when it is not. It is asked for requests that <see cref="Reader.MayShare"/>
/// only, on every hit: nothing here may allocate without need.
/// </summary>
internal sealed class ReadingPagePolicy(Evictions evictions, IOptions<DeliveryOptions> options) : IOutputCachePolicy
{
    /// <summary>A write in another process (the import verb, another node without Redis) shows after this time.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    /// <summary>Longer questions are answered, but not kept: nobody asks them twice.</summary>
    private const int LongestValue = 200;

    private static readonly string[] Variants =
        [.. from theme in Enum.GetNames<Theme>() from coding in Enum.GetNames<ContentCoding>() select $"{theme}-{coding}"];

    private readonly bool varyByHost = !options.Value.SameForEveryHost;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var page = Reader.PageOf(context.HttpContext)!;
        var keep = !HasLongValue(context.HttpContext.Request, page.Query);
        context.EnableOutputCaching = keep;
        context.AllowCacheLookup = keep;
        context.AllowCacheStorage = keep;

        // One of many simultaneous readers renders, the others wait for it.
        context.CacheVaryByRules.HeaderNames = "Accept-Language"; context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.VaryByHost = varyByHost;
        context.CacheVaryByRules.QueryKeys = page.Query;
        context.CacheVaryByRules.CacheKeyPrefix = VariantOf(context.HttpContext);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>After rendering. The middleware by itself would keep a page with an island ("no-store") or somebody's page.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.Tags.UnionWith(Reader.PageOf(context.HttpContext)!.Tags);
        context.AllowCacheStorage =
            FreshPage.IsForAll(context.HttpContext) && !evictions.AnySince(FreshPage.BegunAt(context.HttpContext), context.Tags);
        return ValueTask.CompletedTask;
    }

    private static string VariantOf(HttpContext context)
    {
        var codings = (int)ContentCoding.Brotli + 1;
        return Variants[((int)ThemeCookie.Of(context) * codings) + (int)AcceptedEncoding.Of(context.Request.Headers.AcceptEncoding)];
    }

    private static bool HasLongValue(HttpRequest request, string[] keys)
    {
        if (keys.Length == 0 || !request.QueryString.HasValue)
        {
            return false;
        }

        foreach (var key in keys)
        {
            var length = 0;
            foreach (var value in request.Query[key])
            {
                length += value?.Length ?? 0;
            }

            if (length > LongestValue)
            {
                return true;
            }
        }

        return false;
    }
}
