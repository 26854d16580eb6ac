using LlmGuide.Core;
using LlmGuide.Core.Text;
using LlmGuide.Web.Markdown.Mathematics;

using Markdig.Syntax;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// The one way from a text that a person wrote to HTML: bounds, Markdig, our rules on the tree, formulas, HTML,
/// allow-list. Only formulas are cached, since a text is rendered once, when it is written.
/// </summary>
internal sealed class GuideMarkdown(Formulas formulas, BoundedWork work) : IMarkdown
{
    /// <summary>Goes up with every change that may give other HTML for the same source, new versions of packages too.</summary>
    public const int CurrentVersion = 7;

    /// <summary>
    /// Characters that cannot take long or nest deeply, whatever they are. Most comments are no longer, and a place and a thread of its own
    /// cost one of them more than the rendering.
    /// </summary>
    private const int Short = 1_000;

    public int Version => CurrentVersion;

    public Task<Prose> RenderAsync(string markdown, CancellationToken cancellationToken) =>
        RunAsync(markdown, (source, end) => Write(source, Dialect.ParseWithFigures(source), singleLine: false, end), cancellationToken);

    public Task<Prose> RenderLineAsync(string markdown, CancellationToken cancellationToken) => RunAsync(
        markdown,
        (source, end) => Dialect.Parse(source) is var text && Dialect.IsOneParagraph(text)
            ? Write(source, text, singleLine: true, end)
            : throw new MarkdownException("This must be a single paragraph, without lists, headings, tables, code blocks or footnotes."),
        cancellationToken);

    public Task<CommentProse> RenderCommentAsync(
        string markdown, IReadOnlyCollection<string> members, CancellationToken cancellationToken) => RunAsync(
        markdown,
        (source, end) =>
        {
            var text = Dialect.Parse(source);
            var references = Mentions.In(text);
            Mentions.Link(text, members);
            var isSeen = VisibleContent.IsIn(text);
            return new CommentProse(Write(source, text, singleLine: false, end), references, !isSeen);
        },
        cancellationToken);

    /// <summary>Between its steps somebody looks whether the text is still wanted.</summary>
    private Prose Write(string markdown, MarkdownDocument text, bool singleLine, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        formulas.ReplaceIn(text, cancellationToken);

        // "&#16;" is clean to the eye, and U+0010 in the HTML: what is to be shown is cleaned as well, before the allow-list judges it.
        var html = CleanText.Of(HtmlWriter.Write(text, markdown, singleLine));
        cancellationToken.ThrowIfCancellationRequested();
        return new Prose(markdown, AllowList.Clean(html), Version);
    }

    private async Task<T> RunAsync<T>(string markdown, Func<string, CancellationToken, T> render, CancellationToken cancellationToken)
    {
        var source = CleanText.Composed(markdown);
        TextLimits.Check(source);
        try
        {
            return IsLight(source)
                ? render(source, cancellationToken)
                : await work.RunAsync(end => render(source, end), cancellationToken);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's own guard, at 128 levels in the reader and in the writer, has no type of its own.
            throw new MarkdownException(
                "The text is nested too deeply: use fewer lists, quotes, brackets or emphasis inside one another.", tooDeep);
        }
        catch (TimeoutException late)
        {
            throw new MarkdownException("The text takes too long to prepare: make it shorter or simpler.", late);
        }
    }

    // Neither a formula nor code to colour: those two cost far more than their length.
    private static bool IsLight(string markdown) =>
        markdown.Length <= Short && !markdown.Contains('$', StringComparison.Ordinal)
        && !markdown.Contains(@"\(", StringComparison.Ordinal) && !markdown.Contains(@"\[", StringComparison.Ordinal)
        && !markdown.Contains("```", StringComparison.Ordinal) && !markdown.Contains("~~~", StringComparison.Ordinal);
}
