using System.Threading.Channels;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Wakes whoever runs rounds in this process; another node sees a new round a little later.</summary>
public sealed class LinkSignal
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit: the round cannot be seen before.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
