using System.Collections.Concurrent;

namespace LlmGuide.Web.Shared.Delivery;

/// <summary>
/// When each tag was last evicted. A page that was being rendered while something it shows was changed has read the old
/// state, and would be kept after the eviction that should have removed it; so it is not kept. (Between this question and the
/// keeping lie some microseconds more; a page that slips through is corrected when it expires.)
/// </summary>
internal sealed class Evictions
{
    private readonly ConcurrentDictionary<string, long> lastOf = new(StringComparer.Ordinal);
    private long count;

    public long Count => Volatile.Read(ref count);

    public void Record(IReadOnlyCollection<string> tags)
    {
        var now = Interlocked.Increment(ref count);
        foreach (var tag in tags)
        {
            lastOf[tag] = now;
        }
    }

    public bool AnySince(long then, IEnumerable<string> tags) =>
        Count != then && tags.Any(tag => lastOf.TryGetValue(tag, out var last) && last > then);
}
