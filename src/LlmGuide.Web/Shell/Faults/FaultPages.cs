using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>
/// Answers for what failed, what is not there and what was sent too often: programs get problem details, people get pages.
/// </summary>
internal static class FaultPages
{
    public static IServiceCollection AddFaultPages(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<FaultHandler>()
            .Configure<RateLimiterOptions>(limiter => limiter.OnRejected = async (refused, _) =>
                await FaultResponse.WriteAsync(refused.HttpContext, FaultAnswer.ToTooMany(
                    HttpMethods.IsGet(refused.HttpContext.Request.Method), LimitExtensions.WaitOf(refused.Lease))));

    public static void UseFaultPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // What the database is blamed for is logged once for all (DatabaseOutage), and what a client sent wrong not at all.
            SuppressDiagnosticsCallback = failed => failed.HttpContext.Response.StatusCode != StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(IsApi, api => api.UseStatusCodePages());
        app.UseWhen(http => !IsApi(http), pages => pages
            .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
            .Use(ShowAsGet));
    }

    public static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments(Links.Assistants, StringComparison.OrdinalIgnoreCase);

    // The page that says what is not there is no form: posted to, it would ask for a token, and fail a second time.
    private static Task ShowAsGet(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            http.Request.Method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
        }

        return next(http);
    }
}
