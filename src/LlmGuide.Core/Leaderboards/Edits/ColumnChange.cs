using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Gives a benchmark the columns that a draft names. One that has scores can be renamed, but not taken away.</summary>
internal sealed class ColumnChange(GuideDb db, Benchmark benchmark, BenchmarkDraft draft, IReadOnlyDictionary<string, Metric> metrics)
{
    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        var kept = draft.Metrics.Select(Known).ToList();
        if (draft.Metrics.Zip(kept).FirstOrDefault(c => c.Second is { } own && own.Name != c.First.Name
            && benchmark.Metrics.Any(m => m.Name == c.First.Name)) is { First: { } taken })
        {
            return Refusal.Rule($"Another metric is still called “{taken.Name}”. Rename one at a time.", nameof(draft.Metrics));
        }

        foreach (var column in benchmark.Metrics.Except(kept.OfType<BenchmarkMetric>()).ToList())
        {
            // Removed results too: they can come back.
            if (await db.Scores.IgnoreQueryFilters([CatalogueTables.Listed]).AnyAsync(s => s.MetricId == column.Id, cancellationToken))
            {
                return Refusal.Rule(
                    $"There are scores in “{column.Name}”. Remove them from the results first, or rename it.", nameof(draft.Metrics));
            }

            benchmark.Unscore(column);
        }

        foreach (var (index, wanted) in draft.Metrics.Index())
        {
            var column = kept[index] ?? benchmark.ScoreBy(wanted.Name, wanted.HigherIsBetter);
            column.Rename(wanted.Name, wanted.HigherIsBetter);
            column.Explain(wanted.Meaning, wanted.Metric is { } slug ? metrics[slug] : null);
            column.MoveTo(index + 1);
        }

        return null;
    }

    private BenchmarkMetric? Known(ColumnDraft column) =>
        benchmark.Metrics.FirstOrDefault(m => m.Id == column.Number && column.Number > 0)
        ?? benchmark.Metrics.FirstOrDefault(m => m.Name == column.Name);
}
