using LlmGuide.Core.Learning.Marks;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Learning;

/// <summary>What a member has read, and what is next.</summary>
internal static class LearningRoom
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<CourseQuery>()
        .AddSingleton<OwnMarksQuery>()
        .AddSingleton<OwnLedgerQuery>()
        .AddSingleton<MarkResource>()
        .AddSingleton<KnowTopics>()
        .AddSingleton<MergeDeviceMarks>();
}
