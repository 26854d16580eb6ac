using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Releases;

/// <summary>Releases of the catalogue.</summary>
internal static class ReleasesRoom
{
    public static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<TakeSnapshot>()
        .AddSingleton<ReleaseText>()
        .AddSingleton<PublishRelease>()
        .AddSingleton<ReleaseListQuery>()
        .AddSingleton<ReleaseQuery>();
}
