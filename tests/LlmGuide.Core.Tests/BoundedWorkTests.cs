using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests;

public sealed class BoundedWorkTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly BoundedWork _work;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _end = new();

    public BoundedWorkTests() =>
        _work = new BoundedWork(_clock, new WorkLimits(AtOnce: 1, Waiting: 1, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_work_gives_and_what_it_throws_comes_through()
    {
        Assert.Equal(1, await _work.RunAsync(_ => 1, Cancelled));
        await Assert.ThrowsAsync<FormatException>(() => _work.RunAsync<int>(_ => throw new FormatException(), Cancelled));
    }

    [Fact]
    public async Task Who_finds_the_queue_full_is_told_at_once_and_who_waits_gets_the_place()
    {
        var first = Hold(Cancelled);
        await _begun.Task;
        var second = _work.RunAsync(_ => 2, Cancelled);

        await Assert.ThrowsAsync<BusyException>(() => _work.RunAsync(_ => 3, Cancelled));

        _end.Set();
        Assert.Equal((1, 2), (await first, await second));
    }

    [Fact]
    public async Task Who_has_waited_long_is_told()
    {
        var first = Hold(Cancelled);
        await _begun.Task;
        var second = _work.RunAsync(_ => 2, Cancelled);

        _clock.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAsync<BusyException>(() => second);
        _end.Set();
        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task Who_leaves_the_queue_leaves_the_place_to_another()
    {
        using var left = new CancellationTokenSource();
        var first = Hold(Cancelled);
        await _begun.Task;
        var second = _work.RunAsync(_ => 2, left.Token);

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = _work.RunAsync(_ => 3, Cancelled);
        _end.Set();
        Assert.Equal((1, 3), (await first, await third));
    }

    [Fact]
    public async Task Work_that_looks_ends_with_its_asker()
    {
        using var left = new CancellationTokenSource();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _work.RunAsync(
            token =>
            {
                _begun.SetResult();
                token.WaitHandle.WaitOne();
                ended.SetResult();
                return 1;
            },
            left.Token);
        await _begun.Task;

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await ended.Task.WaitAsync(Cancelled);
        Assert.Equal(2, await _work.RunAsync(_ => 2, Cancelled));
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_given_up_and_keeps_its_place_until_it_ends()
    {
        var first = Hold(Cancelled);
        await _begun.Task;

        _clock.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        var second = _work.RunAsync(_ => 2, Cancelled);
        await Assert.ThrowsAsync<BusyException>(() => _work.RunAsync(_ => 3, Cancelled));
        _end.Set();
        Assert.Equal(2, await second);
    }

    public void Dispose()
    {
        _end.Set();
        _work.Dispose();
        _end.Dispose();
    }

    private Task<int> Hold(CancellationToken cancellationToken) => _work.RunAsync(
        _ =>
        {
            _begun.SetResult();
            _end.Wait(CancellationToken.None);
            return 1;
        },
        cancellationToken);
}
