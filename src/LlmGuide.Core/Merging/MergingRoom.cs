using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Merging;

/// <summary>Two of the catalogue that are one.</summary>
internal static class MergingRoom
{
    public static IServiceCollection AddMerging(this IServiceCollection services) => services
        .AddSingleton<MergeResources>()
        .AddSingleton<MergedTopic>()
        .AddSingleton<MergeTopics>();
}
