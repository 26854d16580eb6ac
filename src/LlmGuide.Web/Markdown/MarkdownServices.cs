using LlmGuide.Core;
using LlmGuide.Web.Markdown.Mathematics;

namespace LlmGuide.Web.Markdown;

internal static class MarkdownServices
{
    /// <summary>
    /// One of each for the whole process: the first engine for KaTeX takes most of a second to load, and formulas are cached.
    /// </summary>
    public static IServiceCollection AddGuideMarkdown(this IServiceCollection services) => services
        .AddSingleton<Katex>()
        .AddSingleton<Formulas>()
        .AddSingleton<IMarkdown, GuideMarkdown>();
}
