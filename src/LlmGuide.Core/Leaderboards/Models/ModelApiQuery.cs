using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Benchmarks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>Models, for programs.</summary>
public sealed class ModelApiQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="after">The id to go on after.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query with its caller.</param>
    public async Task<Batch<ModelResponse>> BatchAsync(int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var all = ModelListQuery.Shown(db);
        var rows = await all.Where(m => m.Id > after).OrderBy(m => m.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var batch = rows.ToBatch(limit, m => m.Id, await all.CountAsync(cancellationToken));
        return new Batch<ModelResponse>([.. batch.Items.Select(ModelResponse.Of)], batch.Next, batch.Total);
    }

    /// <summary>The slugs of those that have results.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ModelListQuery.Shown(db).OrderBy(m => m.Id).Select(m => m.Slug).Take(Math.Max(0, max)).ToListAsync(cancellationToken);
    }
}

/// <summary>A model as programs see it in a list.</summary>
/// <param name="Released">A date, perhaps only a year.</param>
/// <param name="Results">How many there are.</param>
/// <param name="Benchmarks">How many it has results on.</param>
public sealed record ModelResponse(string Slug, string Name, string? Vendor, string? Released, int Results, int Benchmarks)
{
    internal static ModelResponse Of(ModelRow row) => new(row.Slug, row.Title, row.Vendor, row.Released, row.Results, row.Benchmarks);
}

/// <summary>A model with its results.</summary>
/// <param name="Names">All that sources give it.</param>
public sealed record ModelDetails(
    string Slug, string Name, string? Vendor, string? Released, IReadOnlyList<string> Names, IReadOnlyList<ModelScore> Results)
{
    public static ModelDetails Of(ModelView view) => new(
        view.Slug, view.Title, view.Vendor, view.Released, [.. view.Names.Select(n => n.Name)],
        [.. view.Results.Select(r => new ModelScore(r.Task, r.Benchmark, r.Result))]);
}

/// <param name="Task">The slug of the task.</param>
/// <param name="Benchmark">The slug of the benchmark.</param>
public sealed record ModelScore(string Task, string Benchmark, ResultResponse Result);
