using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Writes every leaderboard as the JSON that Papers with Code and NLP-progress share. A setting becomes a part of the data set
/// (<c>subdataset</c>), a track becomes <c>uses_additional_data</c>. What the format has no place for stands in fields of our own, which
/// others pass over: <c>date</c>, <c>track</c>, <c>measured_by</c>, <c>benchmark_version</c>, <c>reference</c>, <c>note</c> and
/// <c>source</c>. The direction of a metric stays behind.
/// </summary>
public sealed class ExportSota(IDbContextFactory<GuideDb> databases)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one benchmark at a time; no more than that is held.</summary>
    /// <returns>How many results were written.</returns>
    public async Task<int> RunAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var json = new Utf8JsonWriter(output, Options);
        var written = 0;
        json.WriteStartArray();

        // Not paged: the names of all tasks, streamed below benchmark by benchmark.
        foreach (var task in await db.NlpTasks.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.Name, t.Objective, t.Type }).ToListAsync(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("task", task.Name);
            json.WriteString("description", task.Objective);
            Texts(json, "categories", [task.Type]);
            Empty(json, "subtasks", "synonyms");
            json.WriteNull("source_link");
            json.WriteStartArray("datasets");
            foreach (var id in await db.Benchmarks.Where(b => b.TaskId == task.Id).OrderBy(b => b.Position)
                .ThenBy(b => b.Id).Select(b => b.Id).ToListAsync(cancellationToken))
            {
                written += await BenchmarkAsync(db, json, id, cancellationToken);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        return written;
    }

    private static async Task<int> BenchmarkAsync(GuideDb db, Utf8JsonWriter json, int id, CancellationToken cancellationToken)
    {
        var benchmark = await db.Benchmarks.AsNoTracking().Include(b => b.Metrics).SingleAsync(b => b.Id == id, cancellationToken);
        var results = await db.Results.AsNoTracking().Where(r => r.BenchmarkId == id)
            .Include(r => r.Scores).Include(r => r.Source).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteString("dataset", benchmark.Name);
        json.WriteString("description", benchmark.Size ?? "");
        Links(json, "dataset_links", benchmark.Url);
        Links(json, "dataset_citations", benchmark.PaperUrl);
        json.WriteStartArray("subdatasets");
        foreach (var part in results.Where(r => r.Setting.Length > 0).GroupBy(r => r.Setting, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("subdataset", part.Key);
            json.WriteString("description", "");
            Empty(json, "subdatasets", "dataset_links", "dataset_citations");
            Table(json, benchmark, [.. part]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Table(json, benchmark, [.. results.Where(r => r.Setting.Length == 0)]);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        return results.Count;
    }

    private static void Table(Utf8JsonWriter json, Benchmark benchmark, IReadOnlyList<BenchmarkResult> results)
    {
        var metrics = benchmark.Metrics.OrderBy(m => m.Position)
            .Where(m => results.Any(r => r.Scores.Any(s => s.MetricId == m.Id))).ToList();
        json.WriteStartObject("sota");
        Texts(json, "metrics", metrics.Select(m => m.Name));
        json.WriteStartArray("rows");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("model_name", result.Model);
            json.WriteString("paper_title", result.PaperTitle ?? "");
            json.WriteString("paper_url", result.PaperUrl ?? "");
            json.WriteString("paper_date", result.Day is null ? null : result.Date?.ToString());
            Links(json, "code_links", result.CodeUrl);
            Empty(json, "model_links");
            json.WriteBoolean("uses_additional_data", result.Track.Length > 0);
            json.WriteStartObject("metrics");
            foreach (var metric in metrics)
            {
                if (result.Scores.FirstOrDefault(s => s.MetricId == metric.Id) is { } score)
                {
                    json.WriteString(metric.Name, score.Text ?? score.Value.ToString(CultureInfo.InvariantCulture));
                }
            }

            json.WriteEndObject();
            Own(json, result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Own(Utf8JsonWriter json, BenchmarkResult result)
    {
        (string Name, string? Value)[] facts =
        [
            (SotaRow.Fields.Date, result.Date?.ToString()), (SotaRow.Fields.Track, result.Track),
            (SotaRow.Fields.MeasuredBy, result.MeasuredBy?.ToString()), (SotaRow.Fields.Version, result.BenchmarkVersion),
            (SotaRow.Fields.Reference, result.Reference?.ToSlug()), (SotaRow.Fields.Note, result.Note),
        ];
        foreach (var (name, value) in facts.Where(fact => fact.Value is { Length: > 0 }))
        {
            json.WriteString(name, value);
        }

        json.WriteStartObject(SotaRow.Fields.Source);
        json.WriteString("title", result.Source.Name);
        json.WriteString("url", result.Source.Url);
        json.WriteString("licence", result.Source.Licence);
        json.WriteString("attribution", result.Source.Attribution);
        json.WriteString("place", result.SourceUrl);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Links(Utf8JsonWriter json, string name, string? url)
    {
        json.WriteStartArray(name);
        if (url is { Length: > 0 })
        {
            json.WriteStartObject();
            json.WriteString("title", "");
            json.WriteString("url", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Empty(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
    }
}
