using System.Collections.Concurrent;
using System.Text.RegularExpressions;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Tests.Databases;

/// <summary>Stands in for the pipeline, which lives with the pages: the text, as it is, in a paragraph, with places of figures.</summary>
internal sealed partial class PlainMarkdown : IMarkdown
{
    public int Version => 1;

    public Task<Prose> RenderAsync(string markdown, CancellationToken cancellationToken) =>
        markdown.Contains("$broken$", StringComparison.Ordinal)
            ? throw new MarkdownException("The formula $broken$ is wrong.")
            : Task.FromResult(new Prose(markdown, $"<p>{WithPlaces(markdown)}</p>", Version));

    public async Task<CommentProse> RenderCommentAsync(
        string markdown, IReadOnlyCollection<string> members, CancellationToken cancellationToken) =>
        new(await RenderAsync(markdown, cancellationToken), ReferencesOf(markdown), IsBlank: !VisibleText.IsIn(markdown));

    public static TextReferences ReferencesOf(string markdown) => new(
        [.. markdown.Split(' ').Where(word => word.StartsWith('@'))
            .Select(word => word.Trim('@', '.', ',')).Distinct(StringComparer.OrdinalIgnoreCase)],
        [.. markdown.Split(' ').Where(word => word.StartsWith("https://", StringComparison.Ordinal))]);

    public async Task<Prose> RenderLineAsync(string markdown, CancellationToken cancellationToken) =>
        await RenderAsync(markdown, cancellationToken) with { Html = markdown };

    private static string WithPlaces(string markdown) =>
        Figure().Replace(markdown, place => FigurePlace.Open(place.Groups["slug"].Value) + "</figure>");

    [GeneratedRegex(@"!\[[^]]*\]\(figure:(?<slug>[a-z0-9-]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}

/// <summary>Remembers what was evicted, by several clients at once too.</summary>
internal sealed class RecordedEvictions : IPageCache
{
    public ConcurrentQueue<string> Tags { get; } = [];

    public ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        foreach (var tag in tags)
        {
            Tags.Enqueue(tag);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>Remembers which conversations changed.</summary>
internal sealed class RecordedNews : IConversationNews
{
    public ConcurrentQueue<int> Changes { get; } = [];

    public void Changed(int conversationId) => Changes.Enqueue(conversationId);
}
