using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Web.Shared;

/// <summary>What the site calls itself (configuration section <c>Site</c>).</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The name in the bar and in every title. Default LlmGuide.</summary>
    [Required, StringLength(60)]
    public string Title { get; init; } = "LlmGuide";

    /// <summary>
    /// The address that readers know, such as <c>https://guide.example.org</c>, for canonical links, the site map and feeds.
    /// Empty: the address of each request is used.
    /// </summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Where the source code can be seen; shown at the foot of every page when set.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>A mail address for those who want to object to what a moderator did; shown to a member who is suspended.</summary>
    public string Contact { get; init; } = "";
}
