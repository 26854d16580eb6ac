using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmGuide.Web.Settings;

/// <summary>Who was asked to end is not ready for more.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy("The program is ending.")
                : HealthCheckResult.Healthy());
}
