using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Turns the records of a sound seed into entities, with every text rendered.</summary>
internal sealed class SeedContent(SeedFolder seed, IMarkdown markdown, DateTimeOffset now)
{
    private readonly SeedText _text = new(markdown);
    private readonly HashSet<string> _citationKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly List<Stage> _stages = [];
    private SeedBoards? _boards;

    public SeedReport Report => new(
        _stages.Count, _topics.Count, _resources.Count, _topics.Values.Sum(t => t.Placements.Count),
        _boards?.Tasks ?? 0, _boards?.Benchmarks ?? 0, _boards?.Results ?? 0);

    /// <exception cref="SeedException">A text cannot be rendered.</exception>
    public async Task<SeedContent> BuildAsync(CancellationToken cancellationToken)
    {
        await ResourcesAsync(cancellationToken);
        await TopicsAsync(cancellationToken);
        _boards = new SeedBoards(seed, _text, _topics, _resources);
        await _boards.BuildAsync(cancellationToken);
        return _text.Faults.Count == 0 ? this : throw new SeedException(_text.Faults);
    }

    public void AddTo(GuideDb db)
    {
        // One by one: AddRange would follow the relations, and number the foundations of a work right after it. Ids follow the path.
        foreach (var resource in _resources.Values)
        {
            db.Entry(resource.Conversation).State = EntityState.Added;
            db.Entry(resource).State = EntityState.Added;
        }

        db.BuildsOn.AddRange(_resources.Values.SelectMany(resource => resource.Foundations));
        db.Stages.AddRange(_stages);
        db.Topics.AddRange(_topics.Values);
        _boards!.AddTo(db);
        db.FormerSlugs.AddRange(
            seed.Topics.SelectMany(t => t.Value.Formerly.Select(f => new FormerSlug(SlugOwner.Topic, f, t.Value.Slug!))));
        db.FormerSlugs.AddRange(
            seed.Resources.SelectMany(r => r.Value.Formerly.Select(f => new FormerSlug(SlugOwner.Resource, f, r.Value.Slug!))));
    }

    private async Task ResourcesAsync(CancellationToken cancellationToken)
    {
        foreach (var at in InPathOrder())
        {
            var row = at.Value;
            var resource = new Resource(row.Slug!, row.Title!, Names.Parse<ResourceKind>(row.Kind)!.Value, row.Url!, now);
            resource.Publish(row.Authors, row.Year, row.Month, row.Venue, row.Arxiv, row.Doi);
            resource.Describe(
                await _text.LineAsync(at, row.Summary!, cancellationToken), Names.Parse<ResourceLevel>(row.Level)!.Value,
                Names.Parse<ResourceAccess>(row.Access) ?? ResourceAccess.Open, row.Minutes!.Value, row.AlsoKnownAs);
            resource.CiteAs(CitationKey.Make(row.Authors, row.Year, row.Title!, _citationKeys));
            if (row.Essential)
            {
                resource.MarkEssential();
            }

            if (row.Original)
            {
                resource.MarkOriginal();
            }

            _resources.Add(resource.Slug, resource);
        }

        foreach (var row in seed.Resources.Select(at => at.Value))
        {
            row.BuildsOn.ForEach(foundation => _resources[row.Slug!].BuildOn(_resources[foundation]));
        }
    }

    private IEnumerable<Located<SeedResource>> InPathOrder()
    {
        var topics = seed.Topics.ToDictionary(t => t.Value.Slug!, StringComparer.Ordinal);
        var place = seed.Stages.SelectMany(s => s.Value.Topics).SelectMany(t => topics[t].Value.Resources).Select(p => p.Resource!)
            .Distinct(StringComparer.Ordinal).Select((slug, index) => (slug, index))
            .ToDictionary(p => p.slug, p => p.index, StringComparer.Ordinal);
        return seed.Resources.OrderBy(r => place.GetValueOrDefault(r.Value.Slug!, int.MaxValue));
    }

    private async Task TopicsAsync(CancellationToken cancellationToken)
    {
        var rows = seed.Topics.ToDictionary(t => t.Value.Slug!, StringComparer.Ordinal);
        foreach (var stage in seed.Stages.Select(at => at.Value))
        {
            var made = new Stage(stage.Slug!, stage.Title!, stage.Summary!, _stages.Count + 1);
            _stages.Add(made);
            foreach (var slug in stage.Topics)
            {
                _topics.Add(slug, await TopicAsync(rows[slug], made, cancellationToken));
            }
        }

        foreach (var row in rows.Values.Select(at => at.Value))
        {
            row.Prerequisites.ForEach(p => _topics[row.Slug!].Require(_topics[p.Topic!], p.Reason!));
        }
    }

    private async Task<Topic> TopicAsync(Located<SeedTopic> at, Stage stage, CancellationToken cancellationToken)
    {
        var row = at.Value;
        var topic = new Topic(row.Slug!, row.Title!, stage, _topics.Count + 1);
        var introduction = await _text.TextAsync(at, row.Introduction!, cancellationToken);
        var (concepts, checks) = (new List<Concept>(), new List<SelfCheck>());
        foreach (var concept in row.Concepts)
        {
            concepts.Add(new Concept(concept.Term!, await _text.LineAsync(at, concept.Definition!, cancellationToken)));
        }

        foreach (var check in row.Checks)
        {
            checks.Add(await CheckRules.MakeAsync(check.ToDraft(), line => _text.LineAsync(at, line, cancellationToken)));
        }

        _text.OnlyKnown(at, introduction, seed.Figures);
        topic.Describe(row.Summary!, row.Objective!, introduction, concepts, checks);
        topic.Confirm(TypedDay.Read(row.Checked));
        foreach (var place in row.Resources)
        {
            var companionOf = place.CompanionOf is { } explained ? _resources[explained] : null;
            topic.Place(
                _resources[place.Resource!], Names.Parse<PlacementRole>(place.Role)!.Value,
                await _text.LineAsync(at, place.Why!, cancellationToken), companionOf, place.Minutes);
        }

        return topic;
    }
}
