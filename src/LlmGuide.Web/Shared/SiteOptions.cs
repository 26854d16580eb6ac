using System.ComponentModel.DataAnnotations;

using LlmGuide.Core.Text;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Shared;

/// <summary>What the site calls itself (configuration section <c>Site</c>).</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    internal const int MaxDrain = 60;

    /// <summary>The name in the bar and in every title. Default LlmGuide.</summary>
    [Required, OneLine(60)]
    public string Title { get; init; } = "LlmGuide";

    /// <summary>
    /// The address that readers know, such as <c>https://guide.example.org</c>, for canonical links, the site map and feeds.
    /// Empty: the address of each request is used. Without a path: the guide has its host for itself.
    /// </summary>
    [WholeAddress("https://guide.example.org without a path after it, or nothing", IsHost = true)]
    public string PublicUrl { get; init; } = "";

    /// <summary>Where the source code can be seen; shown at the foot of every page when set.</summary>
    [WholeAddress("https://guide.example.org, or nothing")]
    public string SourceUrl { get; init; } = "";

    /// <summary>A mail address for those who want to object to what a moderator did; shown to a member who is suspended.</summary>
    [Mailbox]
    public string Contact { get; init; } = "";

    /// <summary>For so many seconds a program that was asked to end goes on listening, and says that it is not ready.</summary>
    [Range(0, MaxDrain, ErrorMessage = "a whole number of seconds from {1} to {2}")]
    public int DrainSeconds { get; init; }
}
