using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Tasks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Metrics;

/// <summary>Every metric that the guide explains.</summary>
public sealed class MetricListQuery(IDbContextFactory<GuideDb> databases)
{
    public async Task<IReadOnlyList<ExplainedMetric>> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Not paged: metrics are explained by curators, a few dozen.
        return await db.Metrics.AsNoTracking().OrderBy(m => m.Id)
            .Select(m => new ExplainedMetric(
                m.Slug, m.Name, m.Definition, m.Formula.Html, m.HigherIsBetter, m.Unit, m.Least, m.Most, m.Source,
                db.Set<TaskMetric>().Where(t => t.MetricId == m.Id).OrderBy(t => t.Task.Position)
                    .Select(t => new TaskName(t.Task.Slug, t.Task.Name)).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
    }
}

/// <param name="FormulaHtml">Safe HTML; empty where words say it all.</param>
/// <param name="HigherIsBetter"><c>null</c> where neither end is better.</param>
public sealed record ExplainedMetric(
    string Slug, string Name, string Definition, string FormulaHtml, bool? HigherIsBetter,
    string? Unit, double? Least, double? Most, string Source, IReadOnlyList<TaskName> Tasks);

public sealed record TaskName(string Slug, string Name);
