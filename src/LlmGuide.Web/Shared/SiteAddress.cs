using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared;

/// <summary>Makes whole addresses for those who are not on the site: search engines, feeds, programs.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site)
{
    /// <param name="request">Gives scheme and host when no public address is configured.</param>
    /// <param name="path">Starts with a slash.</param>
    public string Of(HttpRequest request, string path) =>
        site.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/') + path : $"{request.Scheme}://{request.Host}{path}";
}
