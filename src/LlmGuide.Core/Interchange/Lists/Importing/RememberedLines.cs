namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>Renders each line once: a list has thousands of works, and most places say the same few words.</summary>
internal sealed class RememberedLines(IMarkdown markdown) : IMarkdown
{
    private readonly Dictionary<string, Prose> _lines = new(StringComparer.Ordinal);

    public int Version => markdown.Version;

    public Task<Prose> RenderAsync(string text, CancellationToken cancellationToken) => markdown.RenderAsync(text, cancellationToken);

    public async Task<Prose> RenderLineAsync(string text, CancellationToken cancellationToken)
    {
        if (!_lines.TryGetValue(text, out var line))
        {
            line = _lines[text] = await markdown.RenderLineAsync(text, cancellationToken);
        }

        return line;
    }

    public Task<CommentProse> RenderCommentAsync(
        string text, IReadOnlyCollection<string> members, CancellationToken cancellationToken) =>
        markdown.RenderCommentAsync(text, members, cancellationToken);
}
