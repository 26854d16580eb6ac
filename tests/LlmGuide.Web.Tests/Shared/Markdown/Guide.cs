using LlmGuide.Web.Shared.Markdown;

namespace LlmGuide.Web.Tests.Shared.Markdown;

/// <summary>One pipeline for all tests, as in the application: KaTeX takes most of a second to load.</summary>
internal static class Guide
{
    public static readonly Formulas Formulas = new(new Katex());

    public static readonly GuideMarkdown Markdown = new(Formulas);

    public static string Html(string markdown) => Markdown.Render(markdown).Html;

    public static string Line(string markdown) => Markdown.RenderLine(markdown).Html;

    /// <summary>The text again and again, up to the length that is allowed.</summary>
    public static string Repeat(string text, int characters = TextLimits.Length) =>
        string.Concat(Enumerable.Repeat(text, characters / text.Length));
}
