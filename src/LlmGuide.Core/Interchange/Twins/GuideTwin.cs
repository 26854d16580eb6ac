using System.Globalization;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Twins;

/// <summary>The guide as Markdown: its path, and all of it one document after the other.</summary>
public sealed class GuideTwin(
    PathQuery path, AddressesQuery addresses, BoardAddressesQuery boards, TopicTwin topics, ResourceTwin resources, TaskTwin tasks,
    BenchmarkTwin benchmarks)
{
    /// <summary>The lists of whole guides end somewhere; see <see cref="AddressesQuery"/>.</summary>
    private const int MostOfAKind = 100_000;

    /// <param name="title">Of the site.</param>
    /// <param name="whole">Makes an address of the site whole.</param>
    public async Task<string> IndexAsync(string title, Func<string, string> whole, CancellationToken cancellationToken)
    {
        var view = await path.RunAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"# {MarkdownText.Escape(title)}\n\n> A reading path into large language models for people who know some deep learning: "
            + $"{view.Topics} topics in order, each with the works to read and why.\n")
            + string.Concat(view.Stages.Select(stage => Stage(stage, whole)));
    }

    private static string Stage(PathStage stage, Func<string, string> whole) =>
        $"\n## {MarkdownText.Escape(stage.Title)}\n\n{MarkdownText.Escape(stage.Summary)}\n\n" + string.Concat(stage.Stops.Select(stop =>
            $"- {MarkdownText.Link(stop.Title, whole($"/topics/{stop.Slug}.md"))}: {MarkdownText.Escape(stop.Summary)}"
            + (stop.After.Count > 0 ? $" After {string.Join(", ", stop.After.Select(MarkdownText.Escape))}." : "") + "\n"));

    /// <summary>Each document by itself: a whole guide may be larger than memory.</summary>
    /// <param name="title">Of the site.</param>
    /// <param name="whole">Makes an address of the site whole.</param>
    public async IAsyncEnumerable<string> AllAsync(
        string title, Func<string, string> whole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await IndexAsync(title, whole, cancellationToken);
        var known = await addresses.RunAsync(MostOfAKind, cancellationToken);
        var measured = await boards.RunAsync(MostOfAKind, cancellationToken);
        foreach (var (slugs, write)
        in (IEnumerable<(IReadOnlyList<string>, Func<string, Func<string, string>, CancellationToken, Task<string?>>)>)
            [(known.Topics, topics.WriteAsync), (known.Resources, resources.WriteAsync), (measured.Tasks, tasks.WriteAsync),
                (measured.Benchmarks, benchmarks.WriteAsync)])
        {
            foreach (var slug in slugs)
            {
                if (await write(slug, whole, cancellationToken) is { } document)
                {
                    yield return "\n" + document;
                }
            }
        }
    }
}
