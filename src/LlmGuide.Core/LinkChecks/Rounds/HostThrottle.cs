using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>
/// Leaves each host alone for a while between two questions. One question at a time goes to a host, so nothing waits for nothing.
/// </summary>
internal sealed class HostThrottle(TimeProvider clock, TimeSpan usual)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);

    /// <summary>Waits until the host may be asked again, and takes note that it is asked now.</summary>
    public async Task WaitAsync(string host, TimeSpan? wanted, CancellationToken cancellationToken)
    {
        if (_free.TryGetValue(host, out var free) && free - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellationToken);
        }

        var pause = wanted > usual ? wanted.Value : usual;
        _free[host] = clock.GetUtcNow() + pause + (pause * (RandomNumberGenerator.GetInt32(50) / 100.0));
    }
}
