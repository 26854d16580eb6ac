using System.Globalization;
using System.Text;

using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>A task as one Markdown document.</summary>
public sealed class TaskTwin(TaskApiQuery tasks)
{
    /// <param name="whole">Makes an address of the site whole.</param>
    /// <returns><c>null</c> when no task has this slug.</returns>
    public async Task<string?> WriteAsync(string slug, Func<string, string> whole, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(slug, cancellationToken) is not { } task)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {MarkdownText.Escape(task.Name)}\n\n{MarkdownText.Escape(task.Objective)}\n\n- Type: {MarkdownText.Escape(task.Type)}\n"
            + $"- Take care: {MarkdownText.Escape(task.Lookout)}\n- Page: <{whole($"/tasks/{slug}")}>\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## Example\n\nInput:\n\n{MarkdownText.Code(task.Example.Input)}\n\nOutput:\n\n{MarkdownText.Code(task.Example.Output)}\n");
        text.Append(task.MetricDetails.Count > 0 ? "\n## Metrics\n\n" : "");
        foreach (var metric in task.MetricDetails)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"- **{MarkdownText.Escape(metric.Name)}**: {MarkdownText.Escape(metric.Definition)}\n");
        }

        text.Append(task.BenchmarkDetails.Count > 0 ? "\n## Benchmarks\n\n" : "");
        foreach (var benchmark in task.BenchmarkDetails)
        {
            text.Append("- ").Append(MarkdownText.Link(benchmark.Name, whole($"/benchmarks/{benchmark.Slug}.md")))
                .Append(benchmark.Year is { } year ? ", " + year.ToString(CultureInfo.InvariantCulture) : "").Append('\n');
        }

        return text.ToString();
    }
}
