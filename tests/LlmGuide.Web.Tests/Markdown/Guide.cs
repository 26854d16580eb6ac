using LlmGuide.Core;
using LlmGuide.Web.Markdown;
using LlmGuide.Web.Markdown.Mathematics;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>
/// One pipeline for all tests, as in the application: KaTeX takes most of a second to load. The tests that use it are about texts, and
/// wait here, as long as a busy machine needs.
/// </summary>
internal static class Guide
{
    public static readonly Formulas Formulas = new(new Katex());

    public static readonly GuideMarkdown Markdown = new(
        Formulas, new BoundedWork(TimeProvider.System, new WorkLimits(2, 1_000, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10))));

    public static string Html(string markdown) =>
        Markdown.RenderAsync(markdown, TestContext.Current.CancellationToken).GetAwaiter().GetResult().Html;

    public static string Line(string markdown) =>
        Markdown.RenderLineAsync(markdown, TestContext.Current.CancellationToken).GetAwaiter().GetResult().Html;

    /// <summary>The text again and again, up to the length that is allowed.</summary>
    public static string Repeat(string text, int characters = TextLimits.Length) =>
        string.Concat(Enumerable.Repeat(text, characters / text.Length));
}
