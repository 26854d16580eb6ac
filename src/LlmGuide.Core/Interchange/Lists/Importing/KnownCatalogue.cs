using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>
/// What of the catalogue an import has to know: every work by its keys, every slug that is taken, every topic by its title.
/// </summary>
internal sealed class KnownCatalogue
{
    private readonly Dictionary<string, KnownResource> _works = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopicName> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public HashSet<string> ResourceSlugs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> TopicSlugs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> CitationKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there is a stage for new topics.</summary>
    public bool HasStage { get; private set; }

    // Not paged: a few words of each work, some 10 MB for a hundred thousand of them.
    public static async Task<KnownCatalogue> ReadAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var known = new KnownCatalogue { HasStage = await db.Stages.AnyAsync(cancellationToken) };
        await known.WorksAsync(db, cancellationToken);
        await foreach (var topic in db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .Select(t => new { t.Slug, t.Title, Removed = t.RemovedAt != null }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            known.TopicSlugs.Add(topic.Slug);
            if (!topic.Removed)
            {
                known.Add(new TopicName(topic.Slug, topic.Title));
            }
        }

        foreach (var former in await db.FormerSlugs.AsNoTracking().ToListAsync(cancellationToken))
        {
            (former.Owner == SlugOwner.Topic ? known.TopicSlugs : known.ResourceSlugs).Add(former.Slug);
        }

        return known;
    }

    /// <returns>One that is listed before one that was removed; <c>null</c> for a work that never was there.</returns>
    public KnownResource? Work(ResourceUrl address) => WorkKeys.Of(address.Canonical, address.ArxivId, address.Doi)
        .Select(key => _works.GetValueOrDefault(key)).OfType<KnownResource>().MinBy(work => (work.Removed, work.Id));

    /// <returns>The topic with this slug or title, however it is spelt; <c>null</c> for none.</returns>
    public TopicName? Topic(string words) => _topics.GetValueOrDefault(words) ?? _topics.GetValueOrDefault($"={TopicName.KeyOf(words)}");

    /// <summary>Whether a work stands in a topic, or in one of nearly the same title.</summary>
    public bool IsIn(KnownResource work, PlannedTopic topic) => work.Places.ContainsKey(topic.Slug)
        || work.Places.Keys.Any(slug => _keys.TryGetValue(slug, out var key) && key == TopicName.KeyOf(topic.Title));

    // By its slug and its title; after these, by its title as far as letters and digits go, which none of those begin with.
    private void Add(TopicName topic)
    {
        var key = TopicName.KeyOf(topic.Title);
        _keys[topic.Slug] = key;
        _topics.TryAdd(topic.Slug, topic);
        _topics.TryAdd(topic.Title, topic);
        if (key.Length > 0)
        {
            _topics.TryAdd($"={key}", topic);
        }
    }

    private async Task WorksAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var placed = await db.Placements.AsNoTracking().Select(p => new { p.ResourceId, p.Topic.Slug, p.Role })
            .ToListAsync(cancellationToken);
        var places = placed.ToLookup(p => p.ResourceId, p => (p.Slug, p.Role));
        await foreach (var work in db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .OrderBy(r => r.RemovedAt != null).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Slug, r.Title, r.UrlKey, r.ArxivKey, r.DoiKey, r.CitationKey, Removed = r.RemovedAt != null })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            ResourceSlugs.Add(work.Slug);
            CitationKeys.Add(work.CitationKey);
            var known = new KnownResource(
                work.Id, work.Slug, work.Title, work.Removed,
                places[work.Id].ToDictionary(p => p.Slug, p => p.Role, StringComparer.Ordinal));
            foreach (var key in ((string?[])[work.UrlKey, work.ArxivKey, work.DoiKey]).OfType<string>())
            {
                _works.TryAdd(key, known);
            }
        }
    }
}

/// <param name="Places">Its role in each topic that it stands in, by slug.</param>
internal sealed record KnownResource(int Id, string Slug, string Title, bool Removed, IReadOnlyDictionary<string, PlacementRole> Places);

internal sealed record TopicName(string Slug, string Title)
{
    /// <summary>Equal for two titles that differ in nothing but case, signs and pictures.</summary>
    public static string KeyOf(string title) => new([.. title.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
