using LlmGuide.Core.Maintenance.Copying;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Maintenance;

/// <summary>What a newer program does with what an older one wrote.</summary>
internal static class MaintenanceRoom
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services) => services
        .AddSingleton<CopyDatabase>()
        .AddSingleton<RerenderProse>()
        .AddSingleton<RenewWorkKeys>();
}
