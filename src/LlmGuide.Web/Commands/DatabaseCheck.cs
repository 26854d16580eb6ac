using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Web.Shared.Faults;

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmGuide.Web.Commands;

/// <summary>Ready means that the database answers and can be written.</summary>
internal sealed class DatabaseCheck(Readiness readiness, DatabaseOutage outage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await readiness.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException refused)
        {
            outage.Note(refused);
            return HealthCheckResult.Unhealthy("The database does not answer or cannot be written.");
        }
    }
}
