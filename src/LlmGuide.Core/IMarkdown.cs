namespace LlmGuide.Core;

/// <summary>Turns Markdown with LaTeX formulas into safe HTML. The one implementation lives with the pages, in Web.</summary>
public interface IMarkdown
{
    /// <summary>Goes up whenever the same source may give other HTML.</summary>
    int Version { get; }

    /// <summary>Renders paragraphs, lists, code, tables and formulas.</summary>
    /// <exception cref="MarkdownException">The text is too long or too deeply nested, or a formula is wrong.</exception>
    Prose Render(string markdown);

    /// <summary>Renders a single paragraph without the paragraph around it, for a line in a list or a table.</summary>
    /// <exception cref="MarkdownException">As <see cref="Render"/>.</exception>
    Prose RenderLine(string markdown);
}

/// <summary>A text that cannot be rendered; the message says what to change, in words for the one who wrote it.</summary>
public sealed class MarkdownException : Exception
{
    public MarkdownException()
    {
    }

    public MarkdownException(string message)
        : base(message)
    {
    }

    public MarkdownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
