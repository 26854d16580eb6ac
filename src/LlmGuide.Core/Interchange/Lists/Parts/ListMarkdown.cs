using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>
/// The Markdown of READMEs as GitHub has it, as a tree. HTML is read (<see cref="HtmlWalk"/>), never shown; addresses that stand as they
/// are belong to <see cref="BareAddresses"/>.
/// </summary>
internal static class ListMarkdown
{
    private static readonly MarkdownPipeline Plain = Pipeline().Build();
    private static readonly MarkdownPipeline WithFrontMatter = Pipeline().UseYamlFrontMatter().Build();

    /// <exception cref="MarkdownException">It is nested too deeply.</exception>
    public static MarkdownDocument Parse(string text)
    {
        ListBounds.Check(text);
        try
        {
            return Markdown.Parse(text, HasFrontMatter(text) ? WithFrontMatter : Plain);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's own guard, at 128 levels, has no type of its own.
            throw new MarkdownException(ListBounds.TooDeep, tooDeep);
        }
    }

    private static MarkdownPipelineBuilder Pipeline() => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseTaskLists()
        .UseFootnotes()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);

    // A rule at the top of a file is no front matter, which begins with a name.
    private static bool HasFrontMatter(string text)
    {
        var lines = text.AsSpan().EnumerateLines();
        return lines.MoveNext() && lines.Current.TrimEnd() is "---" && lines.MoveNext()
            && lines.Current.IndexOf(':') is > 0 and var colon && !lines.Current[..colon].ContainsAnyExcept(NameOfField);
    }

    private static readonly System.Buffers.SearchValues<char> NameOfField =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
}
