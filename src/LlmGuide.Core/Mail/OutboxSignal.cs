using System.Threading.Channels;

namespace LlmGuide.Core.Mail;

/// <summary>Wakes the sender of this process, so that a mail goes out at once. One that nobody rang for goes out a little later.</summary>
public sealed class OutboxSignal
{
    // One ring is kept while nobody listens; more of them say nothing new.
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit: the sender cannot see the mail before.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
