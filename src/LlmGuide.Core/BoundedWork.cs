using System.Threading.RateLimiting;

namespace LlmGuide.Core;

/// <summary>
/// The one way to run what somebody else's text decides the cost of: parsers, formulas. A few run at once in the whole process, so that
/// a processor is left for readers. The others wait without a thread in a queue that has an end, and whoever finds it full is told so.
/// .NET cannot end a thread: so work looks at its token, and what cannot look (Markdig, the allow-list) is kept small by what it is
/// given. The place of such work is free again only when it has really ended, however early its asker left.
/// </summary>
public sealed class BoundedWork(TimeProvider clock, WorkLimits limits) : IDisposable
{
    /// <summary>
    /// Sixteen times what the deepest formula needs; a pool thread's stack differs from system to system, and one that overflows ends
    /// the process.
    /// </summary>
    private const int StackSize = 16 * 1024 * 1024;

    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.AtOnce,
        QueueLimit = limits.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <param name="work">Gets a token that ends with its asker, and when it has taken too long.</param>
    /// <param name="cancellationToken">The asker's: whoever has left waits no more, and the work ends at its next look.</param>
    /// <exception cref="BusyException">Too many wait already, or there was no place in time.</exception>
    /// <exception cref="TimeoutException">The work takes too long. What it throws itself comes through.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(cancellationToken);
        var end = new CancellationTokenSource(limits.LongestWork, clock);
        var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        var ended = either.Token;
        try
        {
            return await Begin(work, place, either, end).WaitAsync(ended);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The work took too long.", late);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<RateLimitLease> PlaceAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limits.LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var place = await _places.AcquireAsync(1, either.Token);
            return place.IsAcquired ? place : throw new BusyException();
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BusyException(BusyException.Words, late);
        }
    }

    private static Task<T> Begin<T>(
        Func<CancellationToken, T> work, RateLimitLease place, CancellationTokenSource either, CancellationTokenSource end)
    {
        // Continued elsewhere: this thread is the work's alone, and ends with it.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var token = either.Token;
        new Thread(Run, StackSize) { IsBackground = true, Name = nameof(BoundedWork) }.Start();
        return done.Task;

        void Run()
        {
            using (end)
            using (either)
            {
                try
                {
                    done.SetResult(Work());
                }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who waits; unhandled here it would end the process.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    done.SetException(exception);
                }
            }
        }

        T Work()
        {
            using (place)
            {
                token.ThrowIfCancellationRequested();
                return work(token);
            }
        }
    }
}

/// <param name="Waiting">How many may wait.</param>
/// <param name="LongestWait">For a place.</param>
/// <param name="LongestWork">Far more than any sound text takes, even on a machine that is busy with something else.</param>
public sealed record WorkLimits(int AtOnce, int Waiting, TimeSpan LongestWait, TimeSpan LongestWork)
{
    /// <summary>Half of the processors; on a small machine that leaves one for the readers.</summary>
    public static readonly WorkLimits Default =
        new(Math.Max(1, Environment.ProcessorCount / 2), 32, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
}

/// <summary>There was no place for a piece of work (<see cref="BoundedWork"/>); later there will be.</summary>
public sealed class BusyException : Exception
{
    internal const string Words = "The site is preparing many texts at the moment. Try again in a few seconds.";

    public BusyException()
        : base(Words)
    {
    }

    public BusyException(string message)
        : base(message)
    {
    }

    public BusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
