using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Interchange.Sota;

namespace LlmGuide.Web.Cli;

/// <summary>
/// What became of every row of a file, written as it becomes known, so that a report of half a million rows takes no memory. As
/// text it names the rows that were refused or read in a special way; as JSON it names all of them.
/// </summary>
internal sealed class ImportReport : IAsyncDisposable
{
    private readonly Utf8JsonWriter? _json;
    private readonly bool _dryRun;

    public ImportReport(bool asJson, bool dryRun)
    {
        _dryRun = dryRun;
        if (asJson)
        {
            _json = new Utf8JsonWriter(
                Console.OpenStandardOutput(),
                new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            _json.WriteStartObject();
            _json.WriteBoolean("dryRun", dryRun);
            _json.WriteStartArray("entries");
        }
    }

    public void Add(ImportEntry entry)
    {
        if (_json is null)
        {
            if (entry.Reason is { } reason)
            {
                Console.Out.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"line {entry.Line}: {entry.Outcome.ToSlug()}{Named(entry)}: {reason}"));
            }

            return;
        }

        _json.WriteStartObject();
        _json.WriteNumber("line", entry.Line);
        _json.WriteString("outcome", entry.Outcome.ToSlug());
        _json.WriteString("reason", entry.Reason);
        _json.WriteString("task", entry.Task);
        _json.WriteString("benchmark", entry.Benchmark);
        _json.WriteString("model", entry.Model);
        _json.WriteEndObject();
        if (_json.BytesPending > 64 * 1024)
        {
            _json.Flush();
        }
    }

    public void End(ImportCounts counts)
    {
        if (_json is null)
        {
            var rows = string.Join(", ", Enum.GetValues<ImportOutcome>()
                .Select(o => string.Create(CultureInfo.InvariantCulture, $"{counts[o]:N0} {o.ToSlug()}")));
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counts.Rows:N0} rows: {rows}. {counts.Tasks:N0} new tasks, {counts.Benchmarks:N0} "
                    + $"new benchmarks.{(_dryRun ? " Nothing was written." : "")}"));
            return;
        }

        _json.WriteEndArray();
        _json.WriteStartObject("counts");
        foreach (var outcome in Enum.GetValues<ImportOutcome>())
        {
            _json.WriteNumber(outcome.ToSlug(), counts[outcome]);
        }

        _json.WriteNumber("rows", counts.Rows);
        _json.WriteNumber("newTasks", counts.Tasks);
        _json.WriteNumber("newBenchmarks", counts.Benchmarks);
        _json.WriteEndObject();
        _json.WriteNumber("unaccounted", counts.Rows - counts.Accounted);
        _json.WriteEndObject();
    }

    public async ValueTask DisposeAsync()
    {
        if (_json is not null)
        {
            await _json.DisposeAsync();
        }
    }

    private static string Named(ImportEntry entry) => entry.Model is { Length: > 0 } model ? $" {model} on {entry.Benchmark}" : "";
}
