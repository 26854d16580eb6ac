using LlmGuide.Core;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Caching;

/// <summary>
/// Marks a page or an endpoint that is the same for every anonymous reader, and may therefore be kept whole.
/// Such a page depends on its address, on <see cref="Query"/> and on <see cref="ReadingTheme"/>, and on nothing else in the request.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReadingPageAttribute : Attribute
{
    /// <summary>The query keys that the page knows. Others make no copy of their own, and the page does not see them.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>What the page always shows. What this one shows in particular it adds with <see cref="ReadingPages.TagPage"/>.</summary>
    public string[] Tags { get; init; } = [PageTags.Catalogue];
}
