namespace LlmGuide.Core.Figures;

/// <summary>A drawing that ships with the guide and stands in the introduction of a topic.</summary>
/// <param name="Slug">The name of its file; a text places it as <c>![caption](figure:slug)</c>.</param>
/// <param name="Module">The script that lets a reader change it, without folder and ending; <c>null</c> for most.</param>
/// <param name="Svg">Markup for the middle of a page: written anew from what <see cref="FigureReader"/> has checked.</param>
public sealed record Figure(string Slug, string Title, string Description, string? Module, string Svg)
{
    /// <summary>What its element is called on a page. The state of one that can be touched follows it in the address.</summary>
    public string Anchor => $"fig-{Slug}";

    /// <summary>The drawing as a file of its own, on white.</summary>
    public string ToFile() => FigureVocabulary.OnPaper(Svg.Replace("<svg ", OpenFile, StringComparison.Ordinal));

    private const string OpenFile =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"13\" fill=\"var(--ink)\" ";
}

/// <summary>What is wrong with a drawing, at one place.</summary>
/// <param name="File">Relative to the folder of the seed.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Reason">What is wrong and what to do, in a sentence.</param>
public sealed record FigureFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
