using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Boards;

/// <summary>All results of a benchmark as CSV, one line each, with a column for every metric.</summary>
public sealed class BoardCsv(IDbContextFactory<GuideDb> databases)
{
    private static readonly string[] Before = ["model"];
    private static readonly string[] After = ["setting", "track", "date", "benchmark_version", "measured_by", "type",
        "paper_title", "paper_url",
        "code_url", "note", "source", "source_url", "source_licence", "source_attribution"];

    /// <summary>Writes the lines one by one; nothing is held but the row.</summary>
    /// <param name="begin">Called once when there is such a benchmark; gives where to write to.</param>
    /// <returns>Whether there is such a benchmark; if not, nothing was written.</returns>
    public async Task<bool> WriteAsync(string slug, Func<TextWriter> begin, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Benchmarks.Where(b => b.Slug == slug).Select(b => (int?)b.Id)
            .FirstOrDefaultAsync(cancellationToken) is not { } benchmark)
        {
            return false;
        }

        var metrics = await db.BenchmarkMetrics.AsNoTracking()
            .Where(m => m.BenchmarkId == benchmark).OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        await using var writer = begin();
        await writer.WriteAsync(CsvText.Line([.. Before, .. metrics.Select(m => m.Name), .. After]).AsMemory(), cancellationToken);
        var rows = db.Results.AsNoTracking().Where(r => r.BenchmarkId == benchmark).OrderBy(r => r.Id)
            .Select(r => new
            {
                Result = r,
                Scores = r.Scores.Select(s => new { s.MetricId, s.Value, s.Text }).ToList(),
                Source = new SourceResponse(r.Source.Name, r.SourceUrl, r.Source.Licence, r.Source.Attribution),
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var scores = row.Scores.ToDictionary(s => s.MetricId, s => s.Text ?? s.Value.ToString(CultureInfo.InvariantCulture));
            var (r, source) = (row.Result, row.Source);
            await writer.WriteAsync(CsvText.Line(
            [
                r.Model, .. metrics.Select(m => scores.GetValueOrDefault(m.Id)), r.Setting,
                r.Track, r.Date?.ToString(), r.BenchmarkVersion,
                r.MeasuredBy?.ToString(), r.Reference?.ToSlug() ?? ResultResponse.OfModel, r.PaperTitle, r.PaperUrl, r.CodeUrl, r.Note,
                source.Name, source.Url, source.Licence, source.Attribution,
            ]).AsMemory(), cancellationToken);
        }

        return true;
    }
}
