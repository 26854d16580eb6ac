using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Limits;

/// <summary>
/// Counts each wrong token as a try to sign in, whatever is asked with it. It stands behind authentication, which knows the token, and
/// before authorization, which would refuse it before the limit of the endpoint is asked.
/// </summary>
internal sealed class TokenTries(IOptions<RateLimiterOptions> limits) : IMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tries =
        PartitionedRateLimiter.Create<HttpContext, string>(http => LimitExtensions.Counted(http, Limit.SignIn, "Token"));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsWrong(context))
        {
            using var lease = await _tries.AcquireAsync(context, 1, context.RequestAborted);
            if (!lease.IsAcquired && limits.Value.OnRejected is { } refuse)
            {
                await refuse(new OnRejectedContext { HttpContext = context, Lease = lease }, context.RequestAborted);
                return;
            }
        }

        await next(context);
    }

    public void Dispose() => _tries.Dispose();

    /// <summary>Only where somebody must show who they are: what else has such a header is not looked at.</summary>
    private static bool IsWrong(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 && http.User.Identity?.IsAuthenticated is not true
            && http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;
}
