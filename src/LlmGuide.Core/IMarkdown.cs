namespace LlmGuide.Core;

/// <summary>Turns Markdown with LaTeX formulas into safe HTML. The one implementation lives with the pages, in Web.</summary>
public interface IMarkdown
{
    /// <summary>Goes up whenever the same source may give other HTML.</summary>
    int Version { get; }

    /// <summary>Renders paragraphs, lists, code, tables and formulas.</summary>
    /// <exception cref="MarkdownException">The text is too long or too deeply nested, or a formula is wrong.</exception>
    /// <exception cref="BusyException">Too many texts wait for <see cref="BoundedWork"/>.</exception>
    Task<Prose> RenderAsync(string markdown, CancellationToken cancellationToken);

    /// <summary>Renders a single paragraph without the paragraph around it, for a line in a list or a table.</summary>
    /// <exception cref="MarkdownException">As <see cref="RenderAsync"/>.</exception>
    /// <exception cref="BusyException">As <see cref="RenderAsync"/>.</exception>
    Task<Prose> RenderLineAsync(string markdown, CancellationToken cancellationToken);

    /// <summary>As <see cref="RenderAsync"/>, with <c>@name</c> as a link to the member.</summary>
    /// <param name="members">The names, in the member's own spelling, that exist; others stay plain text. Compared without case.</param>
    /// <exception cref="MarkdownException">As <see cref="RenderAsync"/>.</exception>
    /// <exception cref="BusyException">As <see cref="RenderAsync"/>.</exception>
    Task<CommentProse> RenderCommentAsync(string markdown, IReadOnlyCollection<string> members, CancellationToken cancellationToken);
}

/// <param name="Body">The source and its HTML.</param>
/// <param name="IsBlank">Whether a reader would see nothing of it.</param>
public sealed record CommentProse(Prose Body, TextReferences References, bool IsBlank);

/// <param name="Mentions">
/// Every distinct <c>@name</c> outside code, links and quotations, as written, without the sign; the members may not exist.
/// </param>
/// <param name="Addresses">Where its links lead that leave the site, one for each link.</param>
public sealed record TextReferences(IReadOnlyList<string> Mentions, IReadOnlyList<string> Addresses)
{
    public int Links => Addresses.Count;
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
