using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>What results of a seed must hold to: a source for each, scores of known metrics that can be read, dates that exist.</summary>
internal sealed class SeedResultRules(SeedFolder seed)
{
    private readonly List<SeedFault> _faults = [];
    private readonly HashSet<string> _benchmarks = seed.Tasks.SelectMany(t => t.Value.Benchmarks)
        .Select(b => b.Slug).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _metrics = seed.Metrics.Select(m => m.Value.Slug).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _resources = seed.Resources.Select(r => r.Value.Slug)
        .OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = seed.Sources.Select(s => s.Value.Slug).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <returns>Everything that is wrong, in the order of the files.</returns>
    public IReadOnlyList<SeedFault> Check()
    {
        foreach (var at in seed.Tasks)
        {
            at.Value.Benchmarks.ForEach(benchmark => State(at, benchmark));
        }

        foreach (var at in seed.Sources)
        {
            Require(
                at, Slug.IsValid(at.Value.Slug),
                $"“{at.Value.Slug}” is not a slug: lower-case letters and digits, words joined by single hyphens.");
            Require(at, !string.IsNullOrWhiteSpace(at.Value.Name), "The name of the source is empty.");
            Require(
                at, !string.IsNullOrWhiteSpace(at.Value.Licence),
                $"The licence of “{at.Value.Slug}” is empty: only numbers that may be used are taken.");
            Address(at, at.Value.Url);
        }

        foreach (var at in seed.Tables)
        {
            Table(at);
        }

        Models();
        return _faults;
    }

    private void Models()
    {
        var used = seed.Tables.SelectMany(t => t.Value.Results).Where(r => r.Reference is null).Select(r => r.Model ?? "")
            .ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in seed.Models)
        {
            Require(at, !string.IsNullOrWhiteSpace(at.Value.Name), "The name of a model is empty.");
            Require(at, at.Value.ResultsOf.Count > 0, $"results_of of “{at.Value.Name}” is empty.");
            Require(
                at, at.Value.Released is null || PartialDate.Parse(at.Value.Released) is not null,
                $"“{at.Value.Released}” is not a date: write 2019, 2019-06 or 2019-06-12.");
            foreach (var name in at.Value.ResultsOf)
            {
                Require(at, used.Contains(name), $"No result is of “{name}”.");
                Require(at, taken.Add(name), $"“{name}” is listed under two models, or twice.");
            }
        }
    }

    private void State(Located<SeedTask> at, SeedBenchmark benchmark)
    {
        if (benchmark.State is not { } state)
        {
            return;
        }

        Require(
            at, Names.Parse<Lifecycle>(state.Lifecycle) is not null,
            $"The lifecycle of “{benchmark.Slug}” is “{state.Lifecycle}”; it must be one of {string.Join(", ", Names.All<Lifecycle>())}.");
        Require(
            at, state.Since is null || PartialDate.Parse(state.Since) is not null,
            $"“{state.Since}” is not a date: write 2019, 2019-06 or 2019-06-12.");
        Require(at, !string.IsNullOrWhiteSpace(state.Reason), $"The reason for the state of “{benchmark.Slug}” is empty.");
        Require(
            at, state.Successor is null || (_benchmarks.Contains(state.Successor) && state.Successor != benchmark.Slug),
            $"There is no benchmark “{state.Successor}” to refer to.");
        if (state.Source is not null)
        {
            Address(at, state.Source);
        }
    }

    private void Table(Located<SeedTable> at)
    {
        var table = at.Value;
        Require(at, _benchmarks.Contains(table.Benchmark ?? ""), $"There is no benchmark “{table.Benchmark}” to refer to.");
        Require(
            at, _sources.Contains(table.Source ?? ""),
            $"There is no source “{table.Source}” to refer to: every number needs one.");
        Address(at, table.SourceUrl);
        Require(at, table.Metrics.Count > 0, "metrics is empty.");
        foreach (var column in table.Metrics)
        {
            Require(at, !string.IsNullOrWhiteSpace(column.Name), "The name of a metric is empty.");
            Require(at, column.Metric is null || _metrics.Contains(column.Metric), $"There is no metric “{column.Metric}” to refer to.");
        }

        foreach (var twice in table.Metrics.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Require(at, false, $"The metric “{twice.Key}” is listed twice.");
        }

        var columns = table.Metrics.Select(c => c.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        table.Results.ForEach(row => Result(at, row, columns));
    }

    private void Result(Located<SeedTable> at, SeedResult row, HashSet<string> columns)
    {
        Require(at, !string.IsNullOrWhiteSpace(row.Model), "The model of a result is empty.");
        Require(
            at, row.Date is null || PartialDate.Parse(row.Date) is not null,
            $"“{row.Date}” of “{row.Model}” is not a date: write 2019, 2019-06 or 2019-06-12.");
        Require(
            at, Measurer.Parse(row.MeasuredBy ?? at.Value.MeasuredBy) is not null,
            $"measured_by of “{row.Model}” is “{row.MeasuredBy ?? at.Value.MeasuredBy}”; it must be {Measurer.Forms}.");
        Require(
            at, row.Reference is null || Names.Parse<ReferenceKind>(row.Reference) is not null,
            $"The reference of “{row.Model}” is “{row.Reference}”; it must be one of {string.Join(", ", Names.All<ReferenceKind>())}.");
        Length(at, row, "setting", row.Setting ?? at.Value.Setting, BenchmarkResult.LongestSetting);
        Length(at, row, "version", row.Version ?? at.Value.Version, BenchmarkResult.LongestVersion);
        Length(at, row, "track", row.Track, BenchmarkResult.LongestSetting);
        Length(at, row, "note", row.Note, BenchmarkResult.LongestNote);
        Length(at, row, "model", row.Model, BenchmarkResult.LongestModel);
        Require(at, row.Resource is null || _resources.Contains(row.Resource), $"There is no resource “{row.Resource}” to refer to.");
        foreach (var (name, cell) in row.Scores)
        {
            Require(at, columns.Contains(name), $"“{row.Model}” is scored by “{name}”, which is not among the metrics of its table.");
            if (ScoreText.Read(cell).Refusal is { } refusal)
            {
                Require(at, false, $"The score of “{row.Model}”: {refusal}");
            }
        }

        foreach (var address in new[] { row.Paper, row.Code }.OfType<string>())
        {
            Address(at, address);
        }
    }

    private void Length(Located<SeedTable> at, SeedResult row, string field, string? text, int longest) => Require(
        at, text is null || text.Length <= longest, FormattableString.Invariant(
            $"The {field} of “{row.Model}” is longer than {longest} characters."));

    private void Address<T>(Located<T> at, string? url) =>
        Require(at, WebAddress.IsWhole(url), $"“{url}” is not a whole http or https address.");

    private void Require<T>(Located<T> at, bool holds, string fallback)
    {
        if (!holds)
        {
            _faults.Add(new SeedFault(at.File, at.Line, fallback));
        }
    }
}
