using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>Decides of every work of a list what is to become of it, as the catalogue stands.</summary>
internal sealed class ListPlan
{
    private readonly ListChoice _choice;
    private readonly KnownCatalogue _known;
    private readonly TopicOfSection _sections;
    private readonly PlannedTopic? _into;
    private readonly Dictionary<ReadSection, PlannedTopic> _topics = [];
    private readonly Dictionary<string, PlannedTopic> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedWork> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ReadLine, PlannedWork> _works = [];
    private readonly HashSet<(string Key, string Topic)> _placed = [];

    /// <param name="into">The topic that takes all of it.</param>
    public ListPlan(ReadList list, KnownCatalogue known, ListChoice choice, TopicName? into)
    {
        (_known, _choice) = (known, choice);
        _sections = new TopicOfSection(list, known);
        _into = into is null ? null : new PlannedTopic(into.Slug, into.Title, IsNew: false, Heading: null);
        foreach (var line in list.Lines.Where(line => line.IsWork))
        {
            _works[line] = Plan(line);
        }
    }

    public ListChoice Choice => _choice;

    public KnownCatalogue Known => _known;

    public IReadOnlyDictionary<ReadLine, PlannedWork> Works => _works;

    /// <summary>Those that do not exist yet and that something is placed in.</summary>
    public IEnumerable<PlannedTopic> NewTopics => _named.Values.Where(topic => topic is { IsNew: true, IsUsed: true });

    /// <returns>The topic that a heading is, or is a section of; <c>null</c> where nothing under it was a work.</returns>
    public PlannedTopic? TopicOf(ReadSection section) => _into ?? _topics.GetValueOrDefault(section);

    private PlannedWork Plan(ReadLine line)
    {
        if (!ResourceUrl.Parse(line.Url).TryGet(out var address, out var refusal))
        {
            return new PlannedWork(line, ListOutcome.Skipped, refusal.Why);
        }

        var known = _known.Work(address);
        if (known is { Removed: true } removed)
        {
            return new PlannedWork(line, ListOutcome.Skipped, $"A curator removed it from the guide: “{removed.Title}”.");
        }

        var topic = Topic(line.Section);
        var isPlaced = !_placed.Add((address.Key, topic.Slug));
        if (_byKey.TryGetValue(address.Key, out var above))
        {
            var reason = FormattableString.Invariant($"The same work as on line {above.Line.Line + 1}.");
            return new PlannedWork(line, ListOutcome.Merged, reason)
            {
                Known = above.Known,
                Topic = above.Known is null || isPlaced ? null : Place(topic, above.Known),
            };
        }

        return _byKey[address.Key] = known is null ? Created(line, address, topic) : Merged(line, known, topic);
    }

    private PlannedWork Merged(ReadLine line, KnownResource known, PlannedTopic topic)
    {
        var place = Place(topic, known);
        return new PlannedWork(
            line, ListOutcome.Merged,
            place is null ? $"In the guide already: “{known.Title}”."
                : $"In the guide already, and new in “{topic.Title}”: “{known.Title}”.")
        {
            Known = known,
            Topic = place,
        };
    }

    private PlannedTopic? Place(PlannedTopic topic, KnownResource known)
    {
        // A topic is not made for works that stand elsewhere already.
        if (topic.IsNew || _known.IsIn(known, topic))
        {
            return null;
        }

        topic.IsUsed = true;
        return topic;
    }

    private PlannedWork Created(ReadLine line, ResourceUrl address, PlannedTopic topic)
    {
        topic.IsUsed = true;
        var explained = line.Of is { } of && _works.TryGetValue(of, out var parent) ? Explained(parent, topic) : null;
        return new PlannedWork(line, ListOutcome.Created, null)
        {
            Address = address,
            Topic = topic,
            Role = explained is null ? PlacementRole.Further : PlacementRole.Companion,
            CompanionOf = explained,
        };
    }

    /// <summary>The work that a nested one explains: one that is no companion itself, in the same topic.</summary>
    private static PlannedWork? Explained(PlannedWork parent, PlannedTopic topic) =>
        parent.CompanionOf is { } above ? Explained(above, topic)
        : parent.Outcome == ListOutcome.Created && parent.Topic == topic ? parent
        : parent.Known is { } known && known.Places.TryGetValue(topic.Slug, out var role) && role != PlacementRole.Companion ? parent
        : null;

    private PlannedTopic Topic(ReadSection section)
    {
        if (_into is not null)
        {
            return _into;
        }

        if (!_topics.TryGetValue(section, out var topic))
        {
            var heading = _sections.Of(section);
            _topics[section] = topic = Named(heading?.Title ?? _choice.Name, heading);
        }

        return topic;
    }

    private PlannedTopic Named(string heading, ReadSection? section)
    {
        if (_known.Topic(heading) is { } there)
        {
            return Once(TopicName.KeyOf(there.Title), () => new PlannedTopic(there.Slug, there.Title, IsNew: false, section));
        }

        var title = Words.Cut(Words.AfterMarks(heading) is { Length: > 0 } words ? words : heading, TopicRules.LongestTitle);
        return Once(
            TopicName.KeyOf(title), () => new PlannedTopic(FreeSlug.Of(title, "topic", _known.TopicSlugs), title, IsNew: true, section));
    }

    private PlannedTopic Once(string key, Func<PlannedTopic> make) =>
        _named.TryGetValue(key, out var topic) ? topic : _named[key] = make();
}
