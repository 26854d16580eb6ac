using System.Threading.Channels;

namespace LlmGuide.Core.Data;

/// <summary>Wakes one listener of this process. One ring is kept while nobody listens; more of them say nothing new.</summary>
public class Signal
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit: whoever listens cannot see before what there is to do.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}

/// <typeparam name="T">What there is more of; what nobody rang for is found a little later.</typeparam>
public sealed class Signal<T> : Signal;
