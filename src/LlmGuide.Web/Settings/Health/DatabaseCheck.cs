using LlmGuide.Core.Data.Storage;
using LlmGuide.Web.Shared.Faults;

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmGuide.Web.Settings.Health;

/// <summary>Ready means that the database answers and can be written.</summary>
internal sealed class DatabaseCheck(Readiness readiness, DatabaseOutage outage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = await readiness.CheckAsync(cancellationToken);
        if (report.Fault is { } fault)
        {
            outage.Note(fault, report.Reason);
            return HealthCheckResult.Unhealthy(report.Sentence);
        }

        // The last write may be a second old. What somebody has met since counts until one has gone through again.
        return outage.Fault is { } met
            ? HealthCheckResult.Unhealthy(new ReadinessReport(met, "somebody met it a moment ago").Sentence)
            : HealthCheckResult.Healthy();
    }
}
