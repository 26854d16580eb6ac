using LlmGuide.Core.Data;
using LlmGuide.Web.Shared.Jobs;

using Microsoft.Extensions.Logging.Console;

using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LlmGuide.Web.Settings.Telemetry;

/// <summary>
/// Sends spans and measurements to whoever the standard variables of OpenTelemetry name
/// (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). Without an endpoint nothing is registered,
/// and nothing is sent.
/// </summary>
internal static class TelemetrySettings
{
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>What the platform measures by itself: requests by route, connections, circuits, calls to others, memory, pools.</summary>
    private static readonly string[] Meters =
    [
        Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Components.Server.Circuits", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        if (!Endpoints.Any(key => builder.Configuration[key] is { Length: > 0 }))
        {
            return;
        }

        builder.Services.AddSingleton<QueueGauges>().AddJob<QueueGauges>(
            "Measuring what waits", TimeSpan.FromMinutes(1), (gauges, cancellationToken) => gauges.RunAsync(cancellationToken),
            first: TimeSpan.FromSeconds(5));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "llmguide", serviceVersion: typeof(TelemetrySettings).Assembly.GetName().Version?.ToString(),
                serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}").AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddSource(Instruments.Name)
                .AddAspNetCoreInstrumentation(
                    options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation()
                .AddEntityFrameworkCoreInstrumentation()
                .AddProcessor<PrivateSpans>()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }
}
