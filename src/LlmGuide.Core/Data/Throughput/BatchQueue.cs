using System.Threading.Channels;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>
/// Hands what many add at once to one consumer, who takes as much of it as they like, and is called again while there is more.
/// Those who add and the one who takes meet in the channel alone: with a queue and a flag of one's own, each written by one side and
/// read by the other, an item could be left there until the next one came.
/// </summary>
internal sealed class BatchQueue<T>
{
    private readonly Channel<T> _items = Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="consume">Takes at least one item, and never throws.</param>
    public BatchQueue(Func<ChannelReader<T>, Task> consume)
    {
        // Whoever happens to make it, a request for instance, is not carried along for ever.
        using var alone = ExecutionContext.SuppressFlow();
        _ = Task.Run(() => ConsumeAsync(_items.Reader, consume));
    }

    public void Add(T item) => _items.Writer.TryWrite(item);

    /// <summary>For as long as anybody could add something: then nothing holds on to it any more.</summary>
    private static async Task ConsumeAsync(ChannelReader<T> items, Func<ChannelReader<T>, Task> consume)
    {
        while (await items.WaitToReadAsync(CancellationToken.None))
        {
            await consume(items);
        }
    }
}
