namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>Texts as they were typed: to compare a seed nothing needs to be rendered, and formulas take seconds.</summary>
internal sealed class UnrenderedText : IMarkdown
{
    public int Version => 0;

    public Task<Prose> RenderAsync(string markdown, CancellationToken cancellationToken) =>
        Task.FromResult(new Prose(markdown, "", Version));

    public Task<Prose> RenderLineAsync(string markdown, CancellationToken cancellationToken) => RenderAsync(markdown, cancellationToken);

    public Task<CommentProse> RenderCommentAsync(
        string markdown, IReadOnlyCollection<string> members, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A seed has no comments.");
}
