using System.Globalization;
using System.Security.Cryptography;

using LlmGuide.Web.Caching.Headers;
using LlmGuide.Web.Caching.Nodes;

using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Caching;

/// <summary>
/// Stands between the output cache and the page, so it runs only when a page is made. What it sets before the page begins is
/// kept with it; what is set once the response starts is sent, but not kept.
/// </summary>
internal sealed class FreshPage(RequestDelegate next, Evictions evictions, PageCache cache)
{
    /// <summary>
    /// Browsers keep a copy and ask each time whether it is current (304 costs no body); a proxy in front may share it, but under
    /// the same rule, so that an eviction here is seen everywhere at once. Vary: Cookie keeps a shared copy of one theme, or of
    /// nobody, from a visitor who has another or has signed in.
    /// </summary>
    public const string Shared = "public, max-age=0, must-revalidate";

    /// <summary>For one visitor, and not for the disk of a shared computer.</summary>
    public const string Private = "private, no-store";

    private const string Varies = "Accept-Encoding, Cookie";

    /// <summary>Strong tags that no other process and no other copy has: this process, then a count.</summary>
    private static readonly string Process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private static long _copies;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>()?.Context is { AllowCacheStorage: true } copy)
        {
            MakeToKeep(context, copy);
        }

        // The page and the compression get to see what is in the copy's key, and no more than that.
        var request = context.Request;
        request.QueryString = KnownQuery.Of(request, Reader.PageOf(context)?.Query ?? []);
        request.Headers.AcceptEncoding = AcceptedEncoding.HeaderFor(AcceptedEncoding.Of(request.Headers.AcceptEncoding));

        context.Response.Headers.CacheControl = Shared;
        context.Response.Headers.Vary = Varies;
        context.Response.OnStarting(Withdraw, context);
        return next(context);
    }

    /// <summary>Whether what was made is a page for every anonymous reader.</summary>
    public static bool IsForAll(HttpContext context)
    {
        var headers = context.Response.Headers;
        return context.Response.StatusCode == StatusCodes.Status200OK
            && headers.SetCookie.Count == 0
            && !ForbidsSharing(headers.CacheControl.ToString())
            && context.User.Identity?.IsAuthenticated is not true;
    }

    /// <summary>How many evictions there had been when the page was begun.</summary>
    public static long BegunAt(HttpContext context) => context.Features.Get<Begun>()?.Evictions ?? 0;

    private void MakeToKeep(HttpContext context, OutputCacheContext copy)
    {
        // Others may be waiting for this page (AllowLocking). It is finished even when the reader who asked first has gone:
        // the exception that ends that request would end theirs.
        context.RequestAborted = CancellationToken.None;

        // Asked before the copy is kept, and again when it has been: an eviction may come between.
        var begun = evictions.Count;
        context.Features.Set(new Begun(begun));
        context.Response.OnCompleted(() => cache.EvictIfChangedAsync(copy.Tags, begun));
        context.Response.Headers.ETag = string.Create(
            CultureInfo.InvariantCulture, $"\"{Process}-{Interlocked.Increment(ref _copies):x}\"");
    }

    /// <summary>Takes back what was promised for a page that turned out to be an error, or somebody's.</summary>
    private static Task Withdraw(object state)
    {
        var context = (HttpContext)state;
        if (!IsForAll(context))
        {
            context.Response.Headers.Remove(HeaderNames.ETag);
        }

        if (context.Response.Headers.SetCookie.Count > 0)
        {
            context.Response.Headers.CacheControl = Private;
        }

        return Task.CompletedTask;
    }

    private static bool ForbidsSharing(string cacheControl) =>
        cacheControl.Contains("no-store", StringComparison.OrdinalIgnoreCase)
        || cacheControl.Contains("private", StringComparison.OrdinalIgnoreCase);

    private sealed record Begun(long Evictions);
}
