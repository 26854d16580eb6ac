using System.Globalization;
using System.Threading.RateLimiting;

using LlmGuide.Core;

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Shared.Limits;

/// <summary>Counts what visitors send, by their address on the network, and answers 429 when it is too much.</summary>
public static class LimitExtensions
{
    public static IServiceCollection AddLimits(this IServiceCollection services, LimitOptions options) => services
        .AddSingleton(options)
        .AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, (Limit Limit, string Visitor)>(http => PartitionOf(http, options)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => AtOnce(http, options)));
            limiter.OnRejected = async (rejected, _) => await RefuseAsync(rejected.HttpContext, rejected.Lease);
        });

    /// <summary>Lets an endpoint be used only so often.</summary>
    public static TBuilder Limited<TBuilder>(this TBuilder endpoint, Limit limit)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LimitedAttribute(limit));

    private static RateLimitPartition<(Limit Limit, string Visitor)> PartitionOf(HttpContext http, LimitOptions options)
    {
        if (!options.Enabled || !HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is not { Limit: var limit })
        {
            return RateLimitPartition.GetNoLimiter((default(Limit), ""));
        }

        return RateLimitPartition.GetFixedWindowLimiter((limit, NetworkAddress.Of(http)), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Allowed[limit],
            Window = LimitOptions.Window(limit),
        });
    }

    /// <summary>
    /// Texts that one visitor has rendered at the same moment: what they cost is known only afterwards, and everybody's stand in one queue
    /// (<see cref="BoundedWork"/>). A school behind one address waits a moment; whoever sends a hundred at once is refused.
    /// </summary>
    private static RateLimitPartition<string> AtOnce(HttpContext http, LimitOptions options)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>()?.Limit;
        return options.Enabled && HttpMethods.IsPost(http.Request.Method) && limit is (Limit.Preview or Limit.Comment)
            ? RateLimitPartition.GetConcurrencyLimiter(NetworkAddress.Of(http), _ => new() { PermitLimit = 4, QueueLimit = 16 })
            : RateLimitPartition.GetNoLimiter("");
    }

    private static Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(5);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        var when = seconds < 120 ? Wording.Count(seconds, "second") : Wording.Count((seconds + 59) / 60, "minute");
        var words = $"Nothing was done this time. Try again in {when}.";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Problem(words, statusCode: StatusCodes.Status429TooManyRequests, title: "Too many tries").ExecuteAsync(http);
        }

        return new RazorComponentResult<Notice>(new { Title = "Too many tries", Words = words })
        {
            StatusCode = StatusCodes.Status429TooManyRequests,
        }.ExecuteAsync(http);
    }
}
