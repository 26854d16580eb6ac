using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Lookup;

/// <summary>How the guide introduces itself to other servers. Some refuse whoever has "link" or "check" in the name.</summary>
internal sealed class GuideAgent(IOptions<SiteOptions> site)
{
    /// <summary>What rules for robots call it.</summary>
    public const string Product = "LlmGuide";

    /// <summary>With an address where its operator can be found, if there is one.</summary>
    public string Name { get; } = site.Value.PublicUrl is { Length: > 0 } url && url.All(c => c is > ' ' and <= '~' and not '(' and not ')')
        ? $"{Product}/1.0 (+{url.TrimEnd('/')}{Links.About})"
        : $"{Product}/1.0 (a reading guide)";
}
