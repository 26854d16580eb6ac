using LlmGuide.Core.Figures;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Renders the texts of the seed, and remembers which could not be.</summary>
internal sealed class SeedText(IMarkdown markdown)
{
    private readonly List<SeedFault> _faults = [];

    public IReadOnlyList<SeedFault> Faults => _faults;

    public Task<Prose> TextAsync<T>(Located<T> at, string source, CancellationToken cancellationToken) =>
        RenderedAsync(at, source, markdown.RenderAsync, cancellationToken);

    public Task<Prose> LineAsync<T>(Located<T> at, string source, CancellationToken cancellationToken) =>
        RenderedAsync(at, source.Trim(), markdown.RenderLineAsync, cancellationToken);

    /// <summary>Notes the figures that a text places and that are not there.</summary>
    public void OnlyKnown<T>(Located<T> at, Prose text, FigureLibrary figures)
    {
        if (figures.Unknown(text.Html) is { } slug)
        {
            _faults.Add(new SeedFault(at.File, at.Line, $"There is no figure “{slug}” to place."));
        }
    }

    private async Task<Prose> RenderedAsync<T>(
        Located<T> at, string source, Func<string, CancellationToken, Task<Prose>> render, CancellationToken cancellationToken)
    {
        try
        {
            return await render(source, cancellationToken);
        }
        catch (MarkdownException wrong)
        {
            _faults.Add(new SeedFault(
                at.File, at.Line, $"{wrong.Message} (in the text that starts with “{source[..Math.Min(40, source.Length)]}”)"));
            return Prose.Empty;
        }
    }
}
