using LlmGuide.Core.Text;

namespace LlmGuide.Core;

/// <summary>
/// A text that a person wrote, with the HTML it was rendered to when it was written. Reading a page never renders
/// Markdown; when the pipeline changes, texts with an older <see cref="Version"/> are rendered again.
/// </summary>
/// <param name="Markdown">The source, as written; see <see cref="CleanText"/>.</param>
/// <param name="Html">Safe HTML: it went through the allow-list of <see cref="IMarkdown"/>.</param>
/// <param name="Version">The version of the pipeline that made <paramref name="Html"/>.</param>
public sealed record Prose(string Markdown, string Html, int Version)
{
    public string Markdown { get; init => field = CleanText.Of(value); } = CleanText.Of(Markdown);

    public string Html { get; init => field = CleanText.Marked(value); } = CleanText.Marked(Html);

    public static readonly Prose Empty = new("", "", 0);
}
