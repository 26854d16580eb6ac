using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>One model over all benchmarks.</summary>
public sealed class ModelPageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <summary>More than any model has; of one with more, the first are shown and the page says how many there are.</summary>
    public const int MostResults = 500;

    /// <returns><c>null</c> when no model has this slug; only the slug that it is shown under for one that was merged.</returns>
    public async Task<ModelView?> RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = await db.Models.AsNoTracking().Where(m => m.Slug == slug)
            .Select(m => new { Model = m, ShownAs = m.ShownAs!.Slug }).FirstOrDefaultAsync(cancellationToken);
        if (found is null || found.ShownAs is not null)
        {
            return found is null ? null : new ModelView("", "", null, null, [], [], 0, found.ShownAs);
        }

        // Not paged: the names of one model.
        var names = await db.Models.AsNoTracking().Where(m => m.Id == found.Model.Id || m.ShownAsId == found.Model.Id)
            .OrderBy(m => m.Id != found.Model.Id).ThenBy(m => m.Id)
            .Select(m => new ModelAlias(m.Slug, m.Name)).ToListAsync(cancellationToken);
        var wanted = names.Select(n => n.Name).ToList();
        var all = db.Results.AsNoTracking().Where(r => r.Reference == null && wanted.Contains(r.Model));
        var rows = await all.OrderBy(r => r.Benchmark.Task.Position).ThenBy(r => r.Benchmark.TaskId).ThenBy(r => r.Benchmark.Position)
            .ThenBy(r => r.BenchmarkId).ThenByDescending(r => r.Year).ThenByDescending(r => r.Month).ThenBy(r => r.Id).Take(MostResults)
            .Select(r => new
            {
                Result = r,
                Benchmark = r.Benchmark.Slug,
                BenchmarkName = r.Benchmark.Name,
                Task = r.Benchmark.Task.Slug,
                TaskName = r.Benchmark.Task.Name,
                Scores = r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                    .Select(s => new ScoreResponse(s.Metric.Name, s.Value, s.Text)).ToList(),
                Source = new SourceResponse(r.Source.Name, r.SourceUrl, r.Source.Licence, r.Source.Attribution),
                Resource = r.Resource!.Slug,
            })
            .ToListAsync(cancellationToken);
        return new ModelView(
            found.Model.Slug, found.Model.Title, found.Model.Vendor, found.Model.Released, names,
            [.. rows.Select(row => new ModelResult(
                row.Task, row.TaskName, row.Benchmark, row.BenchmarkName,
                BenchmarkApiQuery.Record(row.Result, row.Scores, row.Source, row.Resource), row.Result.MeasuredBy, row.Result.Date))],
            rows.Count < MostResults ? rows.Count : await all.CountAsync(cancellationToken), null);
    }
}

/// <param name="Names">Those that sources give it; the first is its own.</param>
/// <param name="Results">By task and benchmark, the newest of each first.</param>
/// <param name="Total">How many results there are in all.</param>
/// <param name="MovedTo">The slug of the model that it is shown as; then nothing else is told.</param>
public sealed record ModelView(
    string Slug,
    string Title,
    string? Vendor,
    string? Released,
    IReadOnlyList<ModelAlias> Names,
    IReadOnlyList<ModelResult> Results,
    int Total,
    string? MovedTo);

public sealed record ModelAlias(string Slug, string Name);

/// <param name="Result">As programs see it.</param>
public sealed record ModelResult(
    string Task, string TaskName, string Benchmark, string BenchmarkName, ResultResponse Result, Measurer? MeasuredBy, PartialDate? Date);
