namespace LlmGuide.Web.Learning;

/// <summary>What the progress of readers needs.</summary>
internal static class LearningRoom
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services.AddScoped<ReaderProgress>();
}
