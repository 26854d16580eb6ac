using LlmGuide.Core;

using Markdig.Syntax;

namespace LlmGuide.Web.Shared.Markdown;

/// <summary>
/// The one way from a text that a person wrote to HTML: bounds, Markdig, our rules on the tree, formulas, HTML,
/// allow-list. Only formulas are cached, since a text is rendered once, when it is written.
/// </summary>
internal sealed class GuideMarkdown(Formulas formulas) : IMarkdown
{
    /// <summary>Goes up with every change that may give other HTML for the same source, new versions of packages too.</summary>
    public const int CurrentVersion = 2;

    /// <summary>
    /// Characters that cannot take long or nest deeply, whatever they are. Most comments are no longer, and a thread of its own for
    /// each step cost one of them more than the steps.
    /// </summary>
    private const int Short = 1_000;

    public int Version => CurrentVersion;

    public Prose Render(string markdown) => Write(markdown, Read(markdown), singleLine: false);

    public Prose RenderLine(string markdown)
    {
        var text = Read(markdown);
        return Dialect.IsOneParagraph(text)
            ? Write(markdown, text, singleLine: true)
            : throw new MarkdownException("This must be a single paragraph, without lists, headings, tables, code blocks or footnotes.");
    }

    public CommentProse RenderComment(string markdown, IReadOnlyCollection<string> members)
    {
        var text = Read(markdown);
        var references = Bounded(markdown, () => Mentions.In(text));
        Mentions.Link(text, members);
        return new CommentProse(Write(markdown, text, singleLine: false), references);
    }

    private static MarkdownDocument Read(string markdown)
    {
        TextLimits.Check(markdown);
        return Bounded(markdown, () => Dialect.Parse(markdown));
    }

    private Prose Write(string markdown, MarkdownDocument text, bool singleLine)
    {
        // Not under the clock of the rest: every formula has its own, and the first one loads KaTeX.
        formulas.ReplaceIn(text);
        var html = Bounded(markdown, () => AllowList.Clean(HtmlWriter.Write(text, markdown, singleLine)));
        return new Prose(markdown, html, Version);
    }

    private static T Bounded<T>(string markdown, Func<T> work)
    {
        try
        {
            return markdown.Length <= Short ? work() : TimeLimit.Run(work);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's own guard, at 128 levels in the reader and in the writer, has no type of its own.
            throw new MarkdownException("The text is nested too deeply: use fewer lists, quotes, brackets or emphasis inside one another.", tooDeep);
        }
    }
}
