using LlmGuide.Core.Data;

namespace LlmGuide.Web.Shared.Jobs;

/// <summary>How a room says what it does again and again.</summary>
internal static class JobExtensions
{
    /// <typeparam name="T">Who does it.</typeparam>
    /// <param name="name">What it does, as administrators read it: “Sending mails”.</param>
    /// <param name="period">From one round to the next.</param>
    /// <param name="first">From the start to the first round; a period when not given.</param>
    /// <param name="signal">Asks for a round at once; <c>null</c> when nothing does.</param>
    public static IServiceCollection AddJob<T>(
        this IServiceCollection services, string name, TimeSpan period, Func<T, CancellationToken, Task> run,
        TimeSpan? first = null, Func<IServiceProvider, Signal>? signal = null)
        where T : notnull => services.AddSingleton<IHostedService>(given =>
        {
            var worker = given.GetRequiredService<T>();
            return ActivatorUtilities.CreateInstance<PeriodicJob>(given, new Job(
                name, period, first ?? period, signal?.Invoke(given) ?? new Signal(), cancellationToken => run(worker, cancellationToken)));
        });
}
