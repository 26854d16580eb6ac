namespace LlmGuide.Core.Lookup;

/// <summary>Where the services are that know works (configuration section <c>Outside</c>); without a slash at the end.</summary>
public sealed record FactSources
{
    /// <summary>https://info.arxiv.org/help/api/user-manual.html</summary>
    public string Arxiv { get; init; } = "https://export.arxiv.org";

    /// <summary>https://www.crossref.org/documentation/retrieve-metadata/rest-api/</summary>
    public string Crossref { get; init; } = "https://api.crossref.org";

    /// <summary>Its oEmbed (https://oembed.com) and its pages.</summary>
    public string YouTube { get; init; } = "https://www.youtube.com";

    /// <summary>https://archive.org/help/wayback_api.php</summary>
    public string Wayback { get; init; } = "https://archive.org";
}
