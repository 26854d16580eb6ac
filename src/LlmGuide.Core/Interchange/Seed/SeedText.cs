namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Renders the texts of the seed, and remembers which could not be.</summary>
internal sealed class SeedText(IMarkdown markdown)
{
    private readonly List<SeedFault> _faults = [];

    public IReadOnlyList<SeedFault> Faults => _faults;

    public Prose Text<T>(Located<T> at, string source) => Rendered(at, source, markdown.Render);

    public Prose Line<T>(Located<T> at, string source) => Rendered(at, source.Trim(), markdown.RenderLine);

    private Prose Rendered<T>(Located<T> at, string source, Func<string, Prose> render)
    {
        try
        {
            return render(source);
        }
        catch (MarkdownException wrong)
        {
            _faults.Add(new SeedFault(at.File, at.Line, $"{wrong.Message} (in the text that starts with “{source[..Math.Min(40, source.Length)]}”)"));
            return Prose.Empty;
        }
    }
}
