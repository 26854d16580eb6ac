using LlmGuide.Core.Learning.Groups;
using LlmGuide.Web.Shared.Jobs;

namespace LlmGuide.Web.Learning;

/// <summary>What the progress of readers and their groups need.</summary>
internal static class LearningRoom
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddScoped<ReaderProgress>()
        .AddJob<ForgetGroups>(
            "Forgetting groups without members", TimeSpan.FromDays(1), (forget, cancellationToken) => forget.RunAsync(cancellationToken),
            first: TimeSpan.FromMinutes(2));
}
