using System.Globalization;
using System.Text;

using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>A benchmark with all its results as one Markdown document.</summary>
public sealed class BenchmarkTwin(BenchmarkApiQuery benchmarks)
{
    private const int AtOnce = 200;

    /// <param name="whole">Makes an address of the site whole.</param>
    /// <returns><c>null</c> when no benchmark has this slug.</returns>
    public async Task<string?> WriteAsync(string slug, Func<string, string> whole, CancellationToken cancellationToken)
    {
        if (await benchmarks.FindAsync(slug, cancellationToken) is not { } benchmark)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {MarkdownText.Escape(benchmark.Name)}\n\n");
        foreach (var (name, value) in Facts(benchmark, whole).Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        }

        text.Append("\n## Results\n\n");
        if (benchmark.Results == 0)
        {
            return text.Append("There is no result yet.\n").ToString();
        }

        Row(text, ["Model", .. benchmark.Metrics.Select(m => m.Name), "Date", "Setting", "Measured by", "Source"]);
        text.Append('|').Insert(text.Length, " --- |", benchmark.Metrics.Count + 5).Append('\n');
        for (int? after = 0; after is { } key;)
        {
            var results = (await benchmarks.ResultsAsync(slug, key, AtOnce, cancellationToken))!;
            foreach (var result in results.Items)
            {
                Row(text, Cells(benchmark, result));
            }

            after = results.Next is null ? null : Cursor.Parse(results.Next);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string? Value)> Facts(BenchmarkDetails benchmark, Func<string, string> whole)
    {
        yield return ("Link", $"<{benchmark.Url}>");
        yield return ("Paper", benchmark.PaperUrl is { } paper ? $"<{paper}>" : null);
        yield return ("Year", benchmark.Year?.ToString(CultureInfo.InvariantCulture));
        yield return ("Size", Escaped(benchmark.Size));
        yield return ("Split", Escaped(benchmark.Split));
        yield return ("Licence", Escaped(benchmark.Licence));
        yield return ("State", benchmark.State is { } state ? $"{state.Lifecycle}. {MarkdownText.Escape(state.Reason)}" : null);
        yield return (
            "Successor", benchmark.State?.Successor is { } next ? MarkdownText.Link(next, whole($"/benchmarks/{next}.md")) : null);
        yield return ("Task", MarkdownText.Link(benchmark.Task, whole($"/tasks/{benchmark.Task}.md")));
        yield return ("Page", $"<{whole($"/benchmarks/{benchmark.Slug}")}>");
    }

    private static IEnumerable<string> Cells(BenchmarkDetails benchmark, ResultResponse result)
    {
        yield return result.Model;
        foreach (var metric in benchmark.Metrics)
        {
            yield return result.Scores.FirstOrDefault(score => score.Metric == metric.Name) is { } score
                ? score.Text ?? score.Value.ToString(CultureInfo.InvariantCulture) : "";
        }

        yield return result.Date ?? result.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        yield return result.Setting;
        yield return result.MeasuredBy ?? "";
        yield return result.Source.Name;
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");

    private static string? Escaped(string? words) => words is null ? null : MarkdownText.Escape(words);
}
