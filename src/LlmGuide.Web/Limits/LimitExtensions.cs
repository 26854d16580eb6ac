using System.Threading.RateLimiting;

using LlmGuide.Core;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Shared.Sections;

using Microsoft.AspNetCore.RateLimiting;

using RedisRateLimiting;

namespace LlmGuide.Web.Limits;

/// <summary>
/// Counts what visitors send, by their address on the network, and refuses it when it is too much; whoever shows faults says so.
/// </summary>
public static class LimitExtensions
{
    /// <summary>The key of the query that holds words to search for.</summary>
    private const string Words = "q";

    public static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSection<LimitOptions>(LimitOptions.Section)
        .AddSingleton<TokenTries>()
        .AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(AtOnce);
            foreach (var limit in Enum.GetValues<Limit>())
            {
                limiter.AddPolicy(limit.ToString(), http => PartitionOf(http, limit));
            }
        });

    /// <summary>Lets an endpoint be used only so often.</summary>
    public static TBuilder Limited<TBuilder>(this TBuilder endpoint, Limit limit)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireRateLimiting(limit.ToString());

    /// <summary>How long whoever was refused has to wait, as the limiter of this process or the shared one says it.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told
        : lease.TryGetMetadata(RateLimitMetadataName.RetryAfter, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : TimeSpan.FromSeconds(5);

    /// <summary>Every page takes forms, whether it shows one or not: what names no limit by itself gets one here.</summary>
    internal static void LimitPage(EndpointBuilder page)
    {
        if (!page.Metadata.OfType<EnableRateLimitingAttribute>().Any() && page is RouteEndpointBuilder { RoutePattern.RawText: { } route })
        {
            var limit = page.Metadata.OfType<ReadingPageAttribute>().Any(reading => reading.Query.Contains(Words)) ? Limit.Search
                : route.TrimStart('/').StartsWith("curate", StringComparison.Ordinal) ? Limit.Edit
                : Limit.Form;
            page.Metadata.Add(new EnableRateLimitingAttribute(limit.ToString()));
        }
    }

    /// <summary>
    /// Texts that one visitor has rendered at the same moment: what they cost is known only afterwards, and everybody's stand in one queue
    /// (<see cref="BoundedWork"/>). A school behind one address waits a moment; whoever sends a hundred at once is refused.
    /// </summary>
    private static RateLimitPartition<string> AtOnce(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        return limit is (nameof(Limit.Preview) or nameof(Limit.Comment)) && HttpMethods.IsPost(http.Request.Method)
            && OptionsOf(http).Enabled
            ? RateLimitPartition.GetConcurrencyLimiter(NetworkAddress.Of(http), _ => new() { PermitLimit = 4, QueueLimit = 16 })
            : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, Limit limit) =>
        IsCounted(http.Request, limit) ? Counted(http, limit, limit.ToString()) : RateLimitPartition.GetNoLimiter("");

    /// <param name="name">What is counted apart from everything else of the limit.</param>
    internal static RateLimitPartition<string> Counted(HttpContext http, Limit limit, string name)
    {
        var options = OptionsOf(http);
        if (!options.Enabled)
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var window = new FixedWindowRateLimiterOptions { PermitLimit = options.Allowed(limit), Window = LimitOptions.Window(limit) };
        var key = $"llmguide:{name}:{NetworkAddress.Of(http)}";
        return http.RequestServices.GetRequiredService<NodeBus>().Redis is { } redis
            ? RateLimitPartition.Get(key, _ => new SharedLimiter(key, window, redis))
            : RateLimitPartition.GetFixedWindowLimiter(key, _ => window);
    }

    private static LimitOptions OptionsOf(HttpContext http) => http.RequestServices.GetRequiredService<LimitOptions>();

    /// <summary>Reading is not, unless it searches.</summary>
    private static bool IsCounted(HttpRequest request, Limit limit) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || (limit == Limit.Search && !string.IsNullOrWhiteSpace(request.Query[Words]));
}
