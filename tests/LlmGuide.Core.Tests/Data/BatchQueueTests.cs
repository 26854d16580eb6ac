using System.Threading.Channels;

using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Data.Throughput;

namespace LlmGuide.Core.Tests.Data;

public sealed class BatchQueueTests
{
    /// <summary>
    /// Two who meet as closely as two threads can, again and again: one ends a batch while the other adds. A flag that is cleared without a
    /// full fence lost 22 of 46 million such meetings; most of those are left to whoever changes this.
    /// </summary>
    [Fact]
    public async Task What_is_added_while_a_batch_ends_is_not_left_behind()
    {
        const int Rounds = 5_000;
        var taken = 0;
        var queue = new BatchQueue<int>(items =>
        {
            while (items.TryRead(out _))
            {
                Interlocked.Increment(ref taken);
            }

            return Task.CompletedTask;
        });
        await Task.Run(
            () =>
            {
                for (var round = 1; round <= Rounds; round++)
                {
                    queue.Add(round);
                    for (var patience = default(SpinWait); Volatile.Read(ref taken) < round; patience.SpinOnce(sleep1Threshold: -1))
                    {
                        Cancelled.ThrowIfCancellationRequested();
                    }
                }
            },
            Cancelled);

        Assert.Equal(Rounds, taken);
    }

    [Fact]
    public async Task One_batch_ends_before_the_next_begins()
    {
        var (running, together, left) = (0, 0, 100);
        var done = new TaskCompletionSource();
        var queue = new BatchQueue<int>(async items =>
        {
            together = Math.Max(together, Interlocked.Increment(ref running));
            await Task.Yield();
            Take(items);
            Interlocked.Decrement(ref running);
        });
        Parallel.For(0, left, queue.Add);
        await done.Task.WaitAsync(Cancelled);

        Assert.Equal(1, together);

        void Take(ChannelReader<int> items)
        {
            if (items.TryRead(out _) && --left == 0)
            {
                done.SetResult();
            }
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
