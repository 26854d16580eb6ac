using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>What a seed must hold to: unique slugs, references that resolve, no circle, whole addresses, no empty text.</summary>
internal sealed class SeedRules(SeedFolder seed, int thisYear)
{
    private readonly SeedChecks _must = new();
    private readonly HashSet<string> _topics = Slugs(seed.Topics, t => t.Slug);
    private readonly HashSet<string> _resources = Slugs(seed.Resources, r => r.Slug);
    private readonly HashSet<string> _metrics = Slugs(seed.Metrics, m => m.Slug);

    /// <returns>Everything that is wrong, in the order of the files; empty for a sound seed.</returns>
    public IReadOnlyList<SeedFault> Check()
    {
        _must.Unique(seed.Stages, "stage", s => s.Slug, _ => []);
        _must.Unique(seed.Topics, "topic", t => t.Slug, t => t.Formerly);
        _must.Unique(seed.Resources, "resource", r => r.Slug, r => r.Formerly);
        _must.Unique(seed.Metrics, "metric", m => m.Slug, _ => []);
        _must.Unique(seed.Tasks, "task", t => t.Slug, _ => []);
        _must.Unique(
            [.. seed.Tasks.SelectMany(t => t.Value.Benchmarks.Select(b => new Located<SeedBenchmark>(b, t.File, t.Line)))],
            "benchmark", b => b.Slug, _ => []);
        SeedChecks.Each<SeedEdition>(seed.Edition is { } edition ? [edition] : [], at => _must.Day(at, "date", at.Value.Date ?? ""));
        SeedChecks.Each(seed.Stages, Stage);
        SeedChecks.Each(seed.Topics, Topic);
        SeedChecks.Each(seed.Resources, Resource);
        SeedChecks.Each(seed.Metrics, Metric);
        SeedChecks.Each(seed.Tasks, Task);
        _must.Add(new SeedResultRules(seed).Check());
        NoWorkTwice();
        EveryTopicIsOnThePathOnce();
        NoCircle();
        return _must.Faults;
    }

    private void Stage(Located<SeedStage> at)
    {
        _must.Text(at, "title", at.Value.Title);
        _must.Text(at, "summary", at.Value.Summary);
        _must.Known(at, "topic", at.Value.Topics, _topics);
    }

    private void Topic(Located<SeedTopic> at)
    {
        var topic = at.Value;
        _must.Text(at, "title", topic.Title);
        _must.Text(at, "summary", topic.Summary);
        _must.Text(at, "objective", topic.Objective);
        _must.Text(at, "introduction", topic.Introduction);
        _must.Day(at, "checked", topic.Checked);
        _must.Known(at, "prerequisite", topic.Prerequisites.Select(p => p.Topic), _topics);
        topic.Prerequisites.ForEach(p => _must.Text(at, $"reason of the prerequisite “{p.Topic}”", p.Reason));
        topic.Concepts.ForEach(c => _must.Text(at, $"definition of “{c.Term}”", c.Definition));
        topic.Concepts.ForEach(c => _must.Text(at, "term", c.Term));
        Checks(at);
        _must.Once(at, "resource", topic.Resources.Select(p => p.Resource));
        _must.Known(at, "resource", topic.Resources.Select(p => p.Resource), _resources);
        topic.Resources.ForEach(p => Placement(at, p));
    }

    private void Checks(Located<SeedTopic> at)
    {
        var drafts = at.Value.Checks.ConvertAll(check => check.ToDraft());
        foreach (var wrong in drafts.SelectMany(CheckRules.Wrong).Concat(CheckRules.Twice(drafts)))
        {
            _must.Fault(at, wrong);
        }

        var placed = at.Value.Resources.Select(p => p.Resource ?? "").ToHashSet(StringComparer.Ordinal);
        _must.Known(at, "work of this topic", drafts.Select(check => check.After).Where(work => work.Length > 0), placed);
    }

    private void Placement(Located<SeedTopic> at, SeedPlacement placement)
    {
        _must.Text(at, $"why of “{placement.Resource}”", placement.Why);
        _must.OneOf<SeedTopic, PlacementRole>(at, $"role of “{placement.Resource}”", placement.Role);
        _must.Minutes(at, placement);
        var companion = Names.Is(placement.Role, PlacementRole.Companion);
        if (companion && !at.Value.Resources.Exists(p => p.Resource == placement.CompanionOf && p != placement))
        {
            _must.Fault(at, $"“{placement.Resource}” is a companion of “{placement.CompanionOf}”, which is not in this topic.");
        }

        if (!companion && placement.CompanionOf is not null)
        {
            _must.Fault(at, $"“{placement.Resource}” has companion_of but not the role companion.");
        }
    }

    private void Resource(Located<SeedResource> at)
    {
        var resource = at.Value;
        _must.Text(at, "summary", resource.Summary);
        _must.OneOf<SeedResource, ResourceKind>(at, "kind", resource.Kind);
        _must.OneOf<SeedResource, ResourceLevel>(at, "level", resource.Level);
        _must.OneOf<SeedResource, ResourceAccess>(at, "access", resource.Access ?? ResourceAccess.Open.ToSlug());
        _must.Known(at, "work in builds_on", resource.BuildsOn, _resources);
        foreach (var wrong in ResourceRules.Wrong(resource.ToDraft(), thisYear)
            .Where(wrong => wrong.Field != nameof(ResourceDraft.Slug)))
        {
            _must.Fault(at, $"{wrong.Field}: {wrong.Why}");
        }
    }

    private void NoWorkTwice()
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var at in seed.Resources)
        {
            foreach (var key in WorkKeys.Of(at.Value.Url, at.Value.Arxiv, at.Value.Doi).Where(key => !known.TryAdd(key, at.Value.Slug)))
            {
                _must.Fault(at, $"“{known[key]}” has the same link, arXiv number or DOI ({key}).");
            }
        }
    }

    private void Metric(Located<SeedMetric> at)
    {
        _must.Text(at, "name", at.Value.Name);
        _must.Text(at, "definition", at.Value.Definition);
        _must.Address(at, at.Value.Source);
        if (at.Value is { Least: { } min, Most: { } max } && min >= max)
        {
            _must.Fault(at, "least must be below most.");
        }
    }

    private void Task(Located<SeedTask> at)
    {
        var task = at.Value;
        _must.Text(at, "name", task.Name);
        _must.Text(at, "type", task.Type);
        _must.Text(at, "objective", task.Objective);
        _must.Text(at, "lookout", task.Lookout);
        _must.Text(at, "example input", task.Example.Input);
        _must.Text(at, "example output", task.Example.Output);
        _must.Known(at, "metric", task.Metrics, _metrics);
        _must.Known(at, "topic", task.Topics, _topics);
        foreach (var benchmark in task.Benchmarks)
        {
            _must.Text(at, "name of a benchmark", benchmark.Name);
            _must.Address(at, benchmark.Url);
            _must.Known(at, "metric", [benchmark.Metric], _metrics);
            _must.Known(at, "resource", benchmark.Resource is null ? [] : [benchmark.Resource], _resources);
        }

        if (task.OriginalBenchmarks is { } original)
        {
            _must.Address(at, original.Url);
            _must.Text(at, "note of original_benchmarks", original.Note);
        }
    }

    private void EveryTopicIsOnThePathOnce()
    {
        var placed = seed.Stages.SelectMany(s => s.Value.Topics).GroupBy(slug => slug, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        SeedChecks.Each(seed.Topics, at =>
        {
            if (placed.GetValueOrDefault(at.Value.Slug ?? "") != 1)
            {
                _must.Fault(at, $"“{at.Value.Slug}” must be listed once, under one stage of stages.yaml.");
            }
        });
    }

    private void NoCircle()
    {
        var requires = seed.Topics.Where(t => t.Value.Slug is not null).DistinctBy(t => t.Value.Slug, StringComparer.Ordinal)
            .ToDictionary(
                t => t.Value.Slug!, IReadOnlyList<string> (t) => [.. t.Value.Prerequisites.Select(p => p.Topic ?? "")],
                StringComparer.Ordinal);
        if (TopicGraph.FindCycle(requires) is { } circle)
        {
            var first = seed.Topics.First(t => t.Value.Slug == circle[0]);
            _must.Fault(first, $"The prerequisites go in a circle: {string.Join(" needs ", [.. circle, circle[0]])}. Remove one of them.");
        }
    }

    private static HashSet<string> Slugs<T>(IReadOnlyList<Located<T>> rows, Func<T, string?> slug) =>
        rows.Select(r => slug(r.Value)).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
