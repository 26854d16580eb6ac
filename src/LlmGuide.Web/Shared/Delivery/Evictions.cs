using System.Collections.Concurrent;

namespace LlmGuide.Web.Shared.Delivery;

/// <summary>
/// When each tag was last evicted. A page that was being rendered while something it shows was changed has read the old
/// state, and would be kept after the eviction that should have removed it, until it expires.
/// </summary>
internal sealed class Evictions
{
    private readonly ConcurrentDictionary<string, long> _lastOf = new(StringComparer.Ordinal);
    private long _count;

    public long Count => Volatile.Read(ref _count);

    public void Record(IReadOnlyCollection<string> tags)
    {
        var now = Interlocked.Increment(ref _count);
        foreach (var tag in tags)
        {
            _lastOf[tag] = now;
        }
    }

    public bool AnySince(long then, IReadOnlyCollection<string> tags) => Count != then && tags.Any(tag => Since(then, tag));

    private bool Since(long then, string tag) => _lastOf.TryGetValue(tag, out var last) && last > then;
}
