using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>What a seed must hold to: unique slugs, references that resolve, no circle, whole addresses, no empty text.</summary>
/// <param name="seed">As it was read.</param>
/// <param name="thisYear">The year that it is now.</param>
internal sealed class SeedRules(SeedFolder seed, int thisYear)
{
    private const int LongestTitle = 300;

    private readonly List<SeedFault> _faults = [];
    private readonly HashSet<string> _topics = Slugs(seed.Topics, t => t.Slug);
    private readonly HashSet<string> _resources = Slugs(seed.Resources, r => r.Slug);
    private readonly HashSet<string> _metrics = Slugs(seed.Metrics, m => m.Slug);

    /// <returns>Everything that is wrong, in the order of the files; empty for a sound seed.</returns>
    public IReadOnlyList<SeedFault> Check()
    {
        Unique(seed.Stages, "stage", s => s.Slug, _ => []);
        Unique(seed.Topics, "topic", t => t.Slug, t => t.Formerly);
        Unique(seed.Resources, "resource", r => r.Slug, r => r.Formerly);
        Unique(seed.Metrics, "metric", m => m.Slug, _ => []);
        Unique(seed.Tasks, "task", t => t.Slug, _ => []);
        Unique(
            [.. seed.Tasks.SelectMany(t => t.Value.Benchmarks.Select(b => new Located<SeedBenchmark>(b, t.File, t.Line)))],
            "benchmark", b => b.Slug, _ => []);
        Each(seed.Stages, Stage);
        Each(seed.Topics, Topic);
        Each(seed.Resources, Resource);
        Each(seed.Metrics, Metric);
        Each(seed.Tasks, Task);
        _faults.AddRange(new SeedResultRules(seed).Check());
        EveryTopicIsOnThePathOnce();
        NoCircle();
        return _faults;
    }

    private void Stage(Located<SeedStage> at)
    {
        Text(at, "title", at.Value.Title);
        Text(at, "summary", at.Value.Summary);
        Known(at, "topic", at.Value.Topics, _topics);
    }

    private void Topic(Located<SeedTopic> at)
    {
        var topic = at.Value;
        Text(at, "title", topic.Title);
        Text(at, "summary", topic.Summary);
        Text(at, "objective", topic.Objective);
        Text(at, "introduction", topic.Introduction);
        Known(at, "prerequisite", topic.Prerequisites.Select(p => p.Topic), _topics);
        topic.Prerequisites.ForEach(p => Text(at, $"reason of the prerequisite “{p.Topic}”", p.Reason));
        topic.Concepts.ForEach(c => Text(at, $"definition of “{c.Term}”", c.Definition));
        topic.Concepts.ForEach(c => Text(at, "term", c.Term));
        topic.Checks.ForEach(c => Text(at, "question", c.Question));
        topic.Checks.ForEach(c => Text(at, $"answer to “{c.Question}”", c.Answer));
        Once(at, "resource", topic.Resources.Select(p => p.Resource));
        Known(at, "resource", topic.Resources.Select(p => p.Resource), _resources);
        topic.Resources.ForEach(p => Placement(at, p));
    }

    private void Placement(Located<SeedTopic> at, SeedPlacement placement)
    {
        Text(at, $"why of “{placement.Resource}”", placement.Why);
        OneOf<PlacementRole>(at, $"role of “{placement.Resource}”", placement.Role);
        var companion = Names.Is(placement.Role, PlacementRole.Companion);
        if (companion && !at.Value.Resources.Exists(p => p.Resource == placement.CompanionOf && p != placement))
        {
            Fault(at, $"“{placement.Resource}” is a companion of “{placement.CompanionOf}”, which does not stand in this topic.");
        }

        if (!companion && placement.CompanionOf is not null)
        {
            Fault(at, $"“{placement.Resource}” has companion_of but not the role companion.");
        }
    }

    private void Resource(Located<SeedResource> at)
    {
        var resource = at.Value;
        Text(at, "summary", resource.Summary);
        OneOf<ResourceKind>(at, "kind", resource.Kind);
        OneOf<ResourceLevel>(at, "level", resource.Level);
        OneOf<ResourceAccess>(at, "access", resource.Access ?? ResourceAccess.Open.ToSlug());
        Known(at, "work in builds_on", resource.BuildsOn, _resources);
        foreach (var wrong in ResourceRules.Wrong(resource.ToDraft(), thisYear)
            .Where(wrong => wrong.Field != nameof(ResourceDraft.Slug)))
        {
            Fault(at, $"{wrong.Field}: {wrong.Why}");
        }
    }

    private void Metric(Located<SeedMetric> at)
    {
        Text(at, "name", at.Value.Name);
        Text(at, "definition", at.Value.Definition);
        Address(at, at.Value.Source);
        if (at.Value is { Least: { } min, Most: { } max } && min >= max)
        {
            Fault(at, "least must be below most.");
        }
    }

    private void Task(Located<SeedTask> at)
    {
        var task = at.Value;
        Text(at, "name", task.Name);
        Text(at, "type", task.Type);
        Text(at, "objective", task.Objective);
        Text(at, "lookout", task.Lookout);
        Text(at, "example input", task.Example.Input);
        Text(at, "example output", task.Example.Output);
        Known(at, "metric", task.Metrics, _metrics);
        Known(at, "topic", task.Topics, _topics);
        foreach (var benchmark in task.Benchmarks)
        {
            Text(at, "name of a benchmark", benchmark.Name);
            Address(at, benchmark.Url);
            Known(at, "metric", [benchmark.Metric], _metrics);
            Known(at, "resource", benchmark.Resource is null ? [] : [benchmark.Resource], _resources);
        }

        if (task.OriginalBenchmarks is { } original)
        {
            Address(at, original.Url);
            Text(at, "note of original_benchmarks", original.Note);
        }
    }

    private void EveryTopicIsOnThePathOnce()
    {
        var placed = seed.Stages.SelectMany(s => s.Value.Topics).GroupBy(slug => slug, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Each(seed.Topics, at =>
        {
            if (placed.GetValueOrDefault(at.Value.Slug ?? "") != 1)
            {
                Fault(at, $"“{at.Value.Slug}” must be listed once, under one stage of stages.yaml.");
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
            Fault(first, $"The prerequisites go in a circle: {string.Join(" needs ", [.. circle, circle[0]])}. Remove one of them.");
        }
    }

    private void Text<T>(Located<T> at, string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Fault(at, $"The {what} is empty.");
        }
        else if (what == "title" && text.Length > LongestTitle)
        {
            Fault(at, $"The title is longer than {LongestTitle} characters.");
        }
    }

    private void Address<T>(Located<T> at, string? url)
    {
        if (!WebAddress.IsWhole(url))
        {
            Fault(at, $"“{url}” is not a whole http or https address.");
        }
    }

    private void OneOf<TNames>(Located<SeedTopic> at, string what, string? name)
        where TNames : struct, Enum => OneOf<SeedTopic, TNames>(at, what, name);

    private void OneOf<TNames>(Located<SeedResource> at, string what, string? name)
        where TNames : struct, Enum => OneOf<SeedResource, TNames>(at, what, name);

    private void OneOf<T, TNames>(Located<T> at, string what, string? name)
        where TNames : struct, Enum
    {
        if (Names.Parse<TNames>(name) is null)
        {
            Fault(at, $"The {what} is “{name}”; it must be one of {string.Join(", ", Names.All<TNames>())}.");
        }
    }

    private void Known<T>(Located<T> at, string what, IEnumerable<string?> slugs, HashSet<string> known)
    {
        foreach (var slug in slugs.Where(slug => slug is null || !known.Contains(slug)))
        {
            Fault(at, $"There is no {what} “{slug}” to refer to.");
        }
    }

    private void Once<T>(Located<T> at, string what, IEnumerable<string?> slugs)
    {
        foreach (var twice in slugs.GroupBy(slug => slug, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Fault(at, $"The {what} “{twice.Key}” stands here twice.");
        }
    }

    private void Unique<T>(IReadOnlyList<Located<T>> rows, string what, Func<T, string?> slug, Func<T, IEnumerable<string>> former)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var name in former(row.Value).Prepend(slug(row.Value) ?? ""))
            {
                if (!Slug.IsValid(name))
                {
                    Fault(row, $"“{name}” is not a slug: lower-case letters and digits, words joined by single hyphens.");
                }
                else if (Slug.IsReserved(name))
                {
                    Fault(row, $"“{name}” is an address of the guide’s own.");
                }
                else if (!seen.Add(name))
                {
                    Fault(row, $"Two {what}s share the slug “{name}”.");
                }
            }
        }
    }

    private static void Each<T>(IReadOnlyList<Located<T>> rows, Action<Located<T>> check)
    {
        foreach (var row in rows)
        {
            check(row);
        }
    }

    private static HashSet<string> Slugs<T>(IReadOnlyList<Located<T>> rows, Func<T, string?> slug) =>
        rows.Select(r => slug(r.Value)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private void Fault<T>(Located<T> at, string reason) => _faults.Add(new SeedFault(at.File, at.Line, reason));
}
