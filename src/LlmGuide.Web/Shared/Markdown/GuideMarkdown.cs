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
    public const int CurrentVersion = 3;

    /// <summary>
    /// Characters that cannot take long or nest deeply, whatever they are. Most comments are no longer, and a thread of its own for
    /// each step cost one of them more than the steps.
    /// </summary>
    private const int Short = 1_000;

    public int Version => CurrentVersion;

    public Prose Render(string markdown)
    {
        var text = Read(ref markdown);
        return Write(markdown, text, singleLine: false);
    }

    public Prose RenderLine(string markdown)
    {
        var text = Read(ref markdown);
        return Dialect.IsOneParagraph(text)
            ? Write(markdown, text, singleLine: true)
            : throw new MarkdownException("This must be a single paragraph, without lists, headings, tables, code blocks or footnotes.");
    }

    public CommentProse RenderComment(string markdown, IReadOnlyCollection<string> members)
    {
        var text = Read(ref markdown);
        var references = Bounded(markdown, () => Mentions.In(text));
        Mentions.Link(text, members);
        return new CommentProse(Write(markdown, text, singleLine: false), references);
    }

    private static MarkdownDocument Read(ref string markdown)
    {
        var source = markdown = CleanText.Of(markdown);
        TextLimits.Check(source);
        return Bounded(source, () => Dialect.Parse(source));
    }

    private Prose Write(string markdown, MarkdownDocument text, bool singleLine)
    {
        // "&#16;" is clean to the eye, and U+0010 in the HTML: what is to be shown is cleaned as well, before the allow-list judges it.
        // Not under the clock of the rest: every formula has its own, and the first one loads KaTeX.
        formulas.ReplaceIn(text);
        var html = Bounded(markdown, () => AllowList.Clean(CleanText.Of(HtmlWriter.Write(text, markdown, singleLine))));
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
