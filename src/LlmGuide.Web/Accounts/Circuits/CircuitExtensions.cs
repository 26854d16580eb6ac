using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Sections;

using Microsoft.AspNetCore.Components.Server;

namespace LlmGuide.Web.Accounts.Circuits;

/// <summary>Who may have islands, and how many.</summary>
internal static class CircuitExtensions
{
    public static IServiceCollection AddCircuits(this IServiceCollection services)
    {
        services.AddOptions<CircuitOptions>().Configure<CircuitLimits>((options, limits) =>
        {
            options.DisconnectedCircuitMaxRetained = limits.Dropped;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(limits.DroppedSeconds);

            // What the framework keeps of a circuit after that; nothing here is restored from it.
            options.PersistedCircuitInMemoryMaxRetained = limits.Dropped;
            options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromSeconds(limits.DroppedSeconds);
        });
        return services.AddSection<CircuitLimits>(CircuitLimits.Section)
            .AddSingleton<OpenCircuits>().AddSingleton<CircuitWatch>()
            .AddJob<CircuitWatch>(
                "Ending islands with their sessions", TimeSpan.FromSeconds(10),
                (watch, cancellationToken) => watch.RunAsync(cancellationToken));
    }
}
