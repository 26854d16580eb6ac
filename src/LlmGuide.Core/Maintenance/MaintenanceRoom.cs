using LlmGuide.Core.Maintenance.Backups;
using LlmGuide.Core.Maintenance.Copying;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Maintenance;

/// <summary>What a newer program does with what an older one wrote.</summary>
internal static class MaintenanceRoom
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services) => services
        .AddSingleton<QueueAgesQuery>()
        .AddSingleton<CopyDatabase>()
        .AddSingleton<BackUpDatabase>()
        .AddSingleton<RestoreDatabase>()
        .AddSingleton<RerenderProse>()
        .AddSingleton<RenewWorkKeys>();
}
