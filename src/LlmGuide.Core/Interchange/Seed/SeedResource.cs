using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;

namespace LlmGuide.Core.Interchange.Seed;

internal sealed class SeedResource
{
    public string? Slug { get; set; }

    public List<string> Formerly { get; set; } = [];

    public string? Title { get; set; }

    public string? AlsoKnownAs { get; set; }

    public string? Kind { get; set; }

    public string? Url { get; set; }

    public List<string> Authors { get; set; } = [];

    public int? Year { get; set; }

    public int? Month { get; set; }

    public string? Venue { get; set; }

    public string? Arxiv { get; set; }

    public string? Doi { get; set; }

    public string? Level { get; set; }

    public string? Access { get; set; }

    public int? Minutes { get; set; }

    public bool Essential { get; set; }

    public bool Original { get; set; }

    public List<string> BuildsOn { get; set; } = [];

    public string? Summary { get; set; }

    /// <summary>As far as the rules for resources look at it; a name that is none is left to those of the seed.</summary>
    public ResourceDraft ToDraft() => new()
    {
        Slug = Slug ?? "",
        Title = Title?.Trim() ?? "",
        Kind = Names.Parse<ResourceKind>(Kind) ?? default,
        Url = Url ?? "",
        Authors = Authors,
        Year = Year,
        Month = Month,
        ArxivId = Arxiv,
        Doi = Doi,
        Level = Names.Parse<ResourceLevel>(Level) ?? default,
        Access = Names.Parse<ResourceAccess>(Access) ?? default,
        Minutes = Minutes ?? 0,
        BuildsOn = BuildsOn,
    };
}
