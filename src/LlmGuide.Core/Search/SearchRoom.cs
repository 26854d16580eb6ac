using LlmGuide.Core.Search.Running;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Search;

/// <summary>Search.</summary>
internal static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<SearchQuery>()
        .AddSingleton<Identified>()
        .AddSingleton<NearMissQuery>();
}
