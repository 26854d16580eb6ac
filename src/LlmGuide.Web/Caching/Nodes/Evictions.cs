using System.Collections.Concurrent;

namespace LlmGuide.Web.Caching.Nodes;

/// <summary>
/// When each tag was last evicted. A page that was being rendered while something it shows was changed has read the old
/// state, and would be kept after the eviction that should have removed it, until it expires.
/// </summary>
internal sealed class Evictions
{
    private readonly ConcurrentDictionary<string, long> _lastOf = new(StringComparer.Ordinal);
    private long _count;
    private long _lastOfAll;

    public long Count => Volatile.Read(ref _count);

    public void Record(IReadOnlyCollection<string> tags)
    {
        var now = Interlocked.Increment(ref _count);
        foreach (var tag in tags)
        {
            _lastOf[tag] = now;
        }
    }

    /// <summary>Whatever there is may have changed.</summary>
    public void RecordAll() => Volatile.Write(ref _lastOfAll, Interlocked.Increment(ref _count));

    public bool AnySince(long then, IReadOnlyCollection<string> tags) =>
        Count != then && (Volatile.Read(ref _lastOfAll) > then || tags.Any(tag => Since(then, tag)));

    private bool Since(long then, string tag) => _lastOf.TryGetValue(tag, out var last) && last > then;
}
