using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Turns tasks, benchmarks and tables of results of a sound seed into entities.</summary>
internal sealed class SeedBoards(
    SeedFolder seed, SeedText text, IReadOnlyDictionary<string, Topic> topics, IReadOnlyDictionary<string, Resource> resources)
{
    private readonly Dictionary<string, Metric> _metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Benchmark> _benchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResultSource> _sources = new(StringComparer.Ordinal);
    private readonly List<NlpTask> _tasks = [];
    private readonly List<BenchmarkResult> _results = [];

    public int Tasks => _tasks.Count;

    public int Benchmarks => _benchmarks.Count;

    public int Results => _results.Count;

    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        foreach (var at in seed.Metrics)
        {
            _metrics.Add(at.Value.Slug!, await MetricAsync(at, cancellationToken));
        }

        foreach (var row in seed.Tasks.Select(at => at.Value))
        {
            _tasks.Add(Task(row));
        }

        foreach (var row in seed.Tasks.SelectMany(t => t.Value.Benchmarks).Where(b => b.State is not null))
        {
            var state = new BenchmarkState(
                Names.Parse<Lifecycle>(row.State!.Lifecycle)!.Value, row.State.Since, row.State.Reason!, row.State.Source);
            state.SucceededBy(row.State.Successor is { } successor ? _benchmarks[successor] : null);
            _benchmarks[row.Slug!].ChangeState(state);
        }

        foreach (var row in seed.Sources.Select(at => at.Value))
        {
            _sources.Add(row.Slug!, new ResultSource(row.Name!, row.Url!, row.Licence, row.Attribution ?? ""));
        }

        foreach (var table in seed.Tables.Select(at => at.Value))
        {
            Fill(table);
        }

        foreach (var benchmark in _benchmarks.Values)
        {
            if (benchmark is { Metrics.Count: 0, Metric: { } main })
            {
                benchmark.ScoreBy(main);
            }
        }
    }

    public void AddTo(GuideDb db)
    {
        db.Metrics.AddRange(_metrics.Values);
        db.NlpTasks.AddRange(_tasks);
        db.ResultSources.AddRange(_sources.Values);
        db.Results.AddRange(_results);
        db.Models.AddRange(new SeedModels(seed.Models, _results).Build());
    }

    private async Task<Metric> MetricAsync(Located<SeedMetric> at, CancellationToken cancellationToken)
    {
        var row = at.Value;
        var metric = new Metric(row.Slug!, row.Name!, row.HigherIsBetter, row.Definition!, row.Source!);
        metric.Measure(
            row.Formula is { } formula ? await text.LineAsync(at, formula, cancellationToken) : Prose.Empty, row.Unit, row.Least, row.Most);
        return metric;
    }

    private NlpTask Task(SeedTask row)
    {
        var task = new NlpTask(row.Slug!, row.Name!, row.Type!, _tasks.Count + 1);
        task.Describe(row.Objective!, row.Lookout!, row.Example.Input!, row.Example.Output!, row.Original);
        task.HadBenchmarksAt(row.OriginalBenchmarks?.Url, row.OriginalBenchmarks?.Note);
        row.Metrics.ForEach(slug => task.MeasureBy(_metrics[slug]));
        row.Topics.ForEach(slug => task.BelongTo(topics[slug]));
        row.Benchmarks.ForEach(b => task.Add(Benchmark(b, task.Benchmarks.Count + 1)));
        return task;
    }

    private Benchmark Benchmark(SeedBenchmark row, int position)
    {
        var benchmark = new Benchmark(row.Slug!, row.Name!, row.Url!, row.Paper, row.Year, row.Size, _metrics[row.Metric!], position);
        benchmark.Detail(row.Split, row.Licence);
        if (row.Resource is { } described)
        {
            benchmark.DescribedBy(resources[described]);
        }

        _benchmarks.Add(benchmark.Slug, benchmark);
        return benchmark;
    }

    private void Fill(SeedTable table)
    {
        var benchmark = _benchmarks[table.Benchmark!];
        var columns = table.Metrics.ToDictionary(c => c.Name!, c => Column(benchmark, c), StringComparer.Ordinal);
        foreach (var row in table.Results)
        {
            var result = Result(benchmark, table, row);
            foreach (var (name, cell) in row.Scores)
            {
                if (ScoreText.Read(cell).Value is { } value)
                {
                    result.Score(columns[name], value, ScoreText.Remainder(cell, value));
                }
            }

            _results.Add(result);
        }
    }

    private BenchmarkResult Result(Benchmark benchmark, SeedTable table, SeedResult row)
    {
        var result = new BenchmarkResult(
            benchmark, row.Model!, row.Setting ?? table.Setting ?? "", row.Track ?? "", _sources[table.Source!], table.SourceUrl!);
        result.Measured(Measurer.Parse(row.MeasuredBy ?? table.MeasuredBy), row.Version ?? table.Version ?? "");
        result.StandFor(Names.Parse<ReferenceKind>(row.Reference));
        result.Published(PartialDate.Parse(row.Date), row.PaperTitle, row.Paper, row.Code);
        result.Remark(row.Note);
        if (row.Resource is { } described)
        {
            result.DescribedBy(resources[described]);
        }

        return result;
    }

    private BenchmarkMetric Column(Benchmark benchmark, SeedColumn row)
    {
        if (benchmark.Metrics.FirstOrDefault(m => m.Name == row.Name) is { } known)
        {
            return known;
        }

        var column = benchmark.ScoreBy(row.Name!, row.HigherIsBetter);
        column.Explain(row.Meaning, row.Metric is { } slug ? _metrics[slug] : null);
        return column;
    }
}
