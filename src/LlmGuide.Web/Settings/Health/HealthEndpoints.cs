using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace LlmGuide.Web.Settings.Health;

/// <summary>For those who watch the program: alive as long as it answers, ready while it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder site)
    {
        site.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        site.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
