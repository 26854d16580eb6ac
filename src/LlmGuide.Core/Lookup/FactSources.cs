using LlmGuide.Core.Text;

namespace LlmGuide.Core.Lookup;

/// <summary>Where the services are that know works (configuration section <c>Outside</c>).</summary>
public sealed record FactSources
{
    /// <summary>https://info.arxiv.org/help/api/user-manual.html</summary>
    [WholeAddress("https://export.arxiv.org")]
    public string Arxiv { get; init => field = value.TrimEnd('/'); } = "https://export.arxiv.org";

    /// <summary>https://www.crossref.org/documentation/retrieve-metadata/rest-api/</summary>
    [WholeAddress("https://api.crossref.org")]
    public string Crossref { get; init => field = value.TrimEnd('/'); } = "https://api.crossref.org";

    /// <summary>Its oEmbed (https://oembed.com) and its pages.</summary>
    [WholeAddress("https://www.youtube.com")]
    public string YouTube { get; init => field = value.TrimEnd('/'); } = "https://www.youtube.com";

    /// <summary>https://archive.org/help/wayback_api.php</summary>
    [WholeAddress("https://archive.org")]
    public string Wayback { get; init => field = value.TrimEnd('/'); } = "https://archive.org";
}
