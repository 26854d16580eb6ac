using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Lookup;

/// <summary>What other servers know of a work.</summary>
internal static class LookupRoom
{
    public static IServiceCollection AddLookup(this IServiceCollection services) => services
        .AddSingleton<Internet>()
        .AddSingleton<FactSources>()
        .AddSingleton<MetadataLookup>();
}
