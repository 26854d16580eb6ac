using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>Benchmarks and their results, for programs.</summary>
public sealed class BenchmarkApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns><c>null</c> when no benchmark has this slug.</returns>
    public async Task<BenchmarkDetails?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (results, tasks) = (db.Results, db.NlpTasks);
        var found = await db.Benchmarks.AsNoTracking().Where(b => b.Slug == slug)
            .Select(b => new
            {
                Benchmark = b,
                Task = tasks.Where(t => t.Id == b.TaskId).Select(t => t.Slug).First(),
                Metric = b.Metric!.Slug,
                Resource = b.Resource!.Slug,
                b.State,
                Successor = b.State!.Successor!.Slug,
                Metrics = b.Metrics.OrderBy(m => m.Position).ThenBy(m => m.Id)
                    .Select(m => new ColumnResponse(m.Name, m.HigherIsBetter, m.Meaning, m.Metric!.Slug)).ToList(),
                Results = results.Count(r => r.BenchmarkId == b.Id),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new BenchmarkDetails(
            found.Benchmark.Slug, found.Benchmark.Name, found.Task, found.Benchmark.Url,
            found.Benchmark.PaperUrl, found.Benchmark.Year, found.Benchmark.Size, found.Benchmark.Split,
            found.Benchmark.Licence, found.Metric, found.Metrics, found.Resource, State(found.State, found.Successor), found.Results);
    }

    /// <param name="slug">The benchmark's.</param>
    /// <param name="after">The id to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    /// <returns><c>null</c> when no benchmark has this slug.</returns>
    public async Task<Batch<ResultResponse>?> ResultsAsync(string slug, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Benchmarks.Where(b => b.Slug == slug).Select(b => (int?)b.Id)
            .FirstOrDefaultAsync(cancellationToken) is not { } benchmark)
        {
            return null;
        }

        var all = db.Results.AsNoTracking().Where(r => r.BenchmarkId == benchmark);
        var rows = await all.Where(r => r.Id > after).OrderBy(r => r.Id).Take(limit + 1)
            .Select(r => new
            {
                Result = r,
                Scores = r.Scores.OrderBy(s => s.Metric.Position).ThenBy(s => s.Id)
                    .Select(s => new ScoreResponse(s.Metric.Name, s.Value, s.Text)).ToList(),
                Source = new SourceResponse(r.Source.Name, r.SourceUrl, r.Source.Licence, r.Source.Attribution),
                Resource = r.Resource!.Slug,
            })
            .ToListAsync(cancellationToken);
        var batch = rows.ToBatch(limit, r => r.Result.Id, await all.CountAsync(cancellationToken));
        return new Batch<ResultResponse>(
            [.. batch.Items.Select(r => Record(r.Result, r.Scores, r.Source, r.Resource))], batch.Next, batch.Total);
    }

    private static StateResponse? State(BenchmarkState? state, string? successor) =>
        state is null ? null : new(state.Lifecycle.ToSlug(), state.Since, state.Reason, state.Source, successor);

    internal static ResultResponse Record(
        BenchmarkResult r, IReadOnlyList<ScoreResponse> scores, SourceResponse source, string? resource) => new(
            r.Reference?.ToSlug() ?? ResultResponse.OfModel, r.Model, r.Year, r.Date?.ToString(), scores, r.Setting, r.Track,
            r.MeasuredBy?.ToString(), r.MeasuredBy?.IsIndependent, r.BenchmarkVersion,
            r.PaperTitle, r.PaperUrl, r.CodeUrl, r.Note, resource, source);
}

/// <summary>A benchmark as programs see it.</summary>
public sealed record BenchmarkDetails(
    string Slug,
    string Name,
    string Task,
    string Url,
    string? PaperUrl,
    int? Year,
    string? Size,
    string? Split,
    string? Licence,
    string? Metric,
    IReadOnlyList<ColumnResponse> Metrics,
    string? Resource,
    StateResponse? State,
    int Results);

public sealed record ColumnResponse(string Name, bool? HigherIsBetter, string? Meaning, string? Metric);

public sealed record StateResponse(string Lifecycle, string? Since, string Reason, string? Source, string? Successor);

/// <summary>
/// A result as programs see it; what is not known is <c>null</c>, an empty setting or track is the usual one, an empty version of the
/// benchmark the only one.
/// </summary>
/// <param name="Type"><c>model</c>, or for a line to compare models with the name of a <see cref="ReferenceKind"/>.</param>
/// <param name="MeasuredBy">As <see cref="Measurer"/> writes it: <c>vendor (OpenAI)</c>.</param>
/// <param name="Independent">Whether it was measured by somebody else than who made the model.</param>
public sealed record ResultResponse(
    string Type,
    string Model,
    int? Year,
    string? Date,
    IReadOnlyList<ScoreResponse> Scores,
    string Setting,
    string Track,
    string? MeasuredBy,
    bool? Independent,
    string BenchmarkVersion,
    string? PaperTitle,
    string? PaperUrl,
    string? CodeUrl,
    string? Note,
    string? Resource,
    SourceResponse Source)
{
    public const string OfModel = "model";
}

public sealed record ScoreResponse(string Metric, double Value, string? Text);

public sealed record SourceResponse(string Name, string Url, string? Licence, string Attribution);
