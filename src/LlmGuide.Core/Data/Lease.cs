namespace LlmGuide.Core.Data;

/// <summary>
/// What one node holds of the database for as long as it lives: a round of a job, a mail that is being sent. While it is held, its time is
/// written ahead again and again; when the node is killed, nobody does, and another takes it over when that time has come. It is for
/// whatever must be done by one node at a time and takes longer than a transaction: docs/decisions/0043-leases.md.
/// </summary>
public sealed class Lease : IAsyncDisposable
{
    /// <summary>So long after its last sign of life a node still holds something.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From one sign of life to the next. No multiple of it is when a lease is given up: who could not write one has another try before.
    /// </summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(8);

    /// <summary>So much earlier than the others the holder takes it for lost: their clocks may be ahead by that.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly Func<DateTimeOffset, Task<bool>> _renew;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _beating;

    private Lease(DateTimeOffset until, TimeSpan beat, Func<DateTimeOffset, Task<bool>> renew, TimeProvider clock)
    {
        (_renew, _clock) = (renew, clock);
        var left = until - Margin - clock.GetUtcNow();
        _lost = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        Lost = _lost.Token;
        _beating = BeatAsync(new PeriodicTimer(beat, clock));
    }

    /// <summary>Ends what is done under it: another may have it from here on.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Holds what was taken, until it is disposed of. That lets nobody else have it earlier: whoever is done says so.</summary>
    /// <param name="until">As it was written when it was taken.</param>
    /// <param name="renew">Writes a later time; <c>false</c> when another has it by now.</param>
    /// <param name="beat">From one sign of life to the next; <see cref="Beat"/> when not given.</param>
    public static Lease Hold(
        DateTimeOffset until, Func<DateTimeOffset, Task<bool>> renew, TimeProvider clock, TimeSpan? beat = null) =>
        new(until, beat ?? Beat, renew, clock);

    /// <summary>Waits for a sign of life that is being written, so that nothing of it is written later.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _beating;
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task BeatAsync(PeriodicTimer timer)
    {
        using var beats = timer;
        try
        {
            while (!Lost.IsCancellationRequested && await beats.WaitForNextTickAsync(_ended.Token))
            {
                await RenewAsync();
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // It was disposed of.
        }
    }

    private async Task RenewAsync()
    {
        var now = _clock.GetUtcNow();
        try
        {
            if (await _renew(now + Length))
            {
                var left = now + Length - Margin - _clock.GetUtcNow();
                _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }
            else
            {
                await _lost.CancelAsync();
            }
        }
#pragma warning disable CA1031 // A database that is away: the next beat tries again, and when there is none in time it is lost by itself.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
