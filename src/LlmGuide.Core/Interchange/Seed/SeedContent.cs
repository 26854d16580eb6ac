using LlmGuide.Core.Benchmarks;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Turns the records of a sound seed into entities, with every text rendered.</summary>
internal sealed class SeedContent(SeedFolder seed, IMarkdown markdown, DateTimeOffset now)
{
    private readonly List<SeedFault> _faults = [];
    private readonly HashSet<string> _citationKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Metric> _metrics = new(StringComparer.Ordinal);
    private readonly List<Stage> _stages = [];
    private readonly List<NlpTask> _tasks = [];

    public SeedReport Report => new(
        _stages.Count, _topics.Count, _resources.Count, _topics.Values.Sum(t => t.Placements.Count), _tasks.Count, _tasks.Sum(t => t.Benchmarks.Count));

    /// <exception cref="SeedException">A text cannot be rendered.</exception>
    public SeedContent Build()
    {
        Resources();
        Topics();
        Tasks();
        return _faults.Count == 0 ? this : throw new SeedException(_faults);
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
        db.Metrics.AddRange(_metrics.Values);
        db.NlpTasks.AddRange(_tasks);
        db.FormerSlugs.AddRange(seed.Topics.SelectMany(t => t.Value.Formerly.Select(f => new FormerSlug(SlugOwner.Topic, f, t.Value.Slug!))));
        db.FormerSlugs.AddRange(seed.Resources.SelectMany(r => r.Value.Formerly.Select(f => new FormerSlug(SlugOwner.Resource, f, r.Value.Slug!))));
    }

    private void Resources()
    {
        foreach (var at in InPathOrder())
        {
            var row = at.Value;
            var resource = new Resource(row.Slug!, row.Title!, Names.Parse<ResourceKind>(row.Kind)!.Value, row.Url!, now);
            resource.Publish(row.Authors, row.Year, row.Month, row.Venue, row.Arxiv, row.Doi);
            resource.Describe(
                Line(at, row.Summary!), Names.Parse<ResourceLevel>(row.Level)!.Value, Names.Parse<ResourceAccess>(row.Access) ?? ResourceAccess.Open, row.Minutes!.Value, row.AlsoKnownAs);
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
            .Distinct(StringComparer.Ordinal).Select((slug, index) => (slug, index)).ToDictionary(p => p.slug, p => p.index, StringComparer.Ordinal);
        return seed.Resources.OrderBy(r => place.GetValueOrDefault(r.Value.Slug!, int.MaxValue));
    }

    private void Topics()
    {
        var rows = seed.Topics.ToDictionary(t => t.Value.Slug!, StringComparer.Ordinal);
        foreach (var stage in seed.Stages.Select(at => at.Value))
        {
            var made = new Stage(stage.Slug!, stage.Title!, stage.Summary!, _stages.Count + 1);
            _stages.Add(made);
            stage.Topics.ForEach(slug => _topics.Add(slug, Topic(rows[slug], made)));
        }

        foreach (var row in rows.Values.Select(at => at.Value))
        {
            row.Prerequisites.ForEach(p => _topics[row.Slug!].Require(_topics[p.Topic!], p.Reason!));
        }
    }

    private Topic Topic(Located<SeedTopic> at, Stage stage)
    {
        var row = at.Value;
        var topic = new Topic(row.Slug!, row.Title!, stage, _topics.Count + 1);
        topic.Describe(
            row.Summary!,
            row.Objective!,
            Text(at, row.Introduction!),
            [.. row.Concepts.Select(c => new Concept(c.Term!, Line(at, c.Definition!)))],
            [.. row.Checks.Select(c => new SelfCheck(Line(at, c.Question!), Line(at, c.Answer!)))]);
        foreach (var place in row.Resources)
        {
            var companionOf = place.CompanionOf is { } explained ? _resources[explained] : null;
            topic.Place(_resources[place.Resource!], Names.Parse<PlacementRole>(place.Role)!.Value, Line(at, place.Why!), companionOf);
        }

        return topic;
    }

    private void Tasks()
    {
        foreach (var row in seed.Metrics.Select(at => at.Value))
        {
            _metrics.Add(row.Slug!, new Metric(row.Slug!, row.Name!, row.HigherIsBetter, row.Definition!, row.Source!));
        }

        foreach (var row in seed.Tasks.Select(at => at.Value))
        {
            var task = new NlpTask(row.Slug!, row.Name!, row.Type!, _tasks.Count + 1);
            task.Describe(row.Objective!, row.Lookout!, row.Example.Input!, row.Example.Output!, row.Original);
            row.Metrics.ForEach(slug => task.MeasureBy(_metrics[slug]));
            row.Topics.ForEach(slug => task.BelongTo(_topics[slug]));
            row.Benchmarks.ForEach(b => task.Add(Benchmark(b, task.Benchmarks.Count + 1)));
            _tasks.Add(task);
        }
    }

    private Benchmark Benchmark(SeedBenchmark row, int position)
    {
        var benchmark = new Benchmark(row.Slug!, row.Name!, row.Url!, row.Paper, row.Year, row.Size, _metrics[row.Metric!], position);
        if (row.Resource is { } described)
        {
            benchmark.DescribedBy(_resources[described]);
        }

        return benchmark;
    }

    private Prose Text<T>(Located<T> at, string source) => Rendered(at, source, markdown.Render);

    private Prose Line<T>(Located<T> at, string source) => Rendered(at, source.Trim(), markdown.RenderLine);

    private Prose Rendered<T>(Located<T> at, string source, Func<string, Prose> render)
    {
        try
        {
            return render(source);
        }
        catch (MarkdownException wrong)
        {
            _faults.Add(new SeedFault(at.File, at.Line, $"{wrong.Message} (in the text that starts with “{source[..Math.Min(40, source.Length)]}”)"));
            return Prose.Empty;
        }
    }
}
