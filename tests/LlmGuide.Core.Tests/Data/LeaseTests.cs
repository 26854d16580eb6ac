using LlmGuide.Core.Data;
using LlmGuide.Core.Tests.Databases;

using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Data;

/// <summary>When something stays its holder's, and when it is taken for lost. What is held is tested where it is.</summary>
public sealed class LeaseTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_held_is_written_ahead_with_each_beat()
    {
        var written = new SemaphoreSlim(0);
        var until = _clock.GetUtcNow() + Lease.Length;
        await using var lease = Lease.Hold(until, Write, _clock);
        for (var beat = 0; beat < 10; beat++)
        {
            _clock.Advance(Lease.Beat);
            await written.WaitAsync(GuideDatabase.Cancelled);
            Assert.Equal(_clock.GetUtcNow() + Lease.Length, until);
        }

        Assert.False(lease.Lost.IsCancellationRequested);

        Task<bool> Write(DateTimeOffset next)
        {
            until = next;
            written.Release();
            return Task.FromResult(true);
        }
    }

    [Fact]
    public async Task What_another_took_is_lost_with_the_next_beat()
    {
        await using var lease = Lease.Hold(_clock.GetUtcNow() + Lease.Length, _ => Task.FromResult(false), _clock);
        _clock.Advance(Lease.Beat);
        await lease.LostAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_the_database_is_away_it_is_lost_before_another_can_take_it(bool answers)
    {
        var until = _clock.GetUtcNow() + Lease.Length;
        var hangs = new TaskCompletionSource<bool>();
        await using var lease = Lease.Hold(until, _ => answers ? throw new TimeoutException() : hangs.Task, _clock);
        _clock.Advance(Lease.Beat);
        _clock.Advance(Lease.Beat);
        Assert.False(lease.Lost.IsCancellationRequested);
        _clock.Advance(Lease.Beat);
        await lease.LostAsync();
        Assert.True(_clock.GetUtcNow() < until);
        hangs.SetException(new TimeoutException());
    }

    [Fact]
    public async Task Who_was_done_waits_for_the_beat_that_is_being_written()
    {
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        var lease = Lease.Hold(_clock.GetUtcNow() + Lease.Length, Write, _clock);
        _clock.Advance(Lease.Beat);
        await begun.Task.WaitAsync(GuideDatabase.Cancelled);
        var disposed = lease.DisposeAsync().AsTask();
        Assert.False(disposed.IsCompleted);
        ends.SetResult(true);
        await disposed.WaitAsync(GuideDatabase.Cancelled);

        Task<bool> Write(DateTimeOffset next)
        {
            begun.SetResult();
            return ends.Task;
        }
    }
}
