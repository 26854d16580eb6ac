using Microsoft.Extensions.Caching.Memory;

namespace LlmGuide.Web.Caching.Nodes;

/// <summary>
/// What the pages of all members have in common, kept in memory as long as the page of anonymous readers would be: until something
/// that it shows is changed (<see cref="Evictions"/>), and <see cref="NodeBus.KeepFor"/> at most. See decision 23.
/// </summary>
internal sealed class ViewCache(Evictions evictions, NodeBus others) : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 64 * Megabyte });

    /// <param name="key">What it is, with everything that it depends on.</param>
    /// <param name="make">Asks for it; <c>null</c> is not kept.</param>
    /// <param name="tags">What it shows; the tags of the page that shows it.</param>
    /// <param name="size">About how many bytes it takes.</param>
    public async Task<T?> GetAsync<T>(string key, Func<Task<T?>> make, Func<T, string[]> tags, Func<T, long> size)
        where T : class
    {
        if (_kept.TryGetValue<Kept<T>>(key, out var kept) && !evictions.AnySince(kept!.Since, kept.Tags))
        {
            return kept.View;
        }

        // Before it is made: what changes meanwhile makes it old.
        var since = evictions.Count;
        if (await make() is not { } view)
        {
            return null;
        }

        _kept.Set(
            key, new Kept<T>(view, tags(view), since),
            new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = others.KeepFor, Size = size(view) });
        return view;
    }

    public void Dispose() => _kept.Dispose();

    private sealed record Kept<T>(T View, string[] Tags, long Since);
}
