using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>A span and a measurement for each command that writes, under the name of its class.</summary>
internal static class CommandWatch
{
    private static readonly ConcurrentDictionary<MethodInfo, string> Names = new();

    /// <param name="act">What the command wrote down to be run; it lies within the class of the command.</param>
    public static Task<Outcome<T>> WatchAsync<T>(Delegate act, Func<Task<Outcome<T>>> run) =>
        Instruments.Commands.Enabled || Instruments.Spans.HasListeners() ? WatchedAsync(NameOf(act.Method), run) : run();

    /// <summary>As <see cref="IWriteOrder.WaitAsync"/>, measured.</summary>
    public static Task<IDisposable> TurnAsync(this IWriteOrder order, CancellationToken cancellationToken) =>
        order.OneAtATime && Instruments.WriteWaits.Enabled ? MeasuredAsync(order, cancellationToken) : order.WaitAsync(cancellationToken);

    private static async Task<IDisposable> MeasuredAsync(IWriteOrder order, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await order.WaitAsync(cancellationToken);
        }
        finally
        {
            Instruments.WriteWaits.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }

    private static async Task<Outcome<T>> WatchedAsync<T>(string command, Func<Task<Outcome<T>>> run)
    {
        using var span = Instruments.Spans.StartActivity(command);
        var (began, ended) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var outcome = await run();
            ended = outcome.Refusal is null ? "done" : "refused";
            return outcome;
        }
        finally
        {
            if (ended == "failed")
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }

            span?.SetTag("outcome", ended);
            Instruments.Commands.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds, new("command", command), new KeyValuePair<string, object?>("outcome", ended));
        }
    }

    private static string NameOf(MethodInfo act) => Names.GetOrAdd(act, method =>
    {
        var type = method.DeclaringType;
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type?.Name.Split('`')[0] ?? method.Name;
    });
}
