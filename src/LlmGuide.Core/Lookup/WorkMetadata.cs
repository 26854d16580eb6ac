using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What other sites say about a work: a draft for a person to look at, each fact with where it is from.</summary>
public sealed record WorkMetadata
{
    public static readonly WorkMetadata None = new();

    public Fact<string>? Title { get; init; }

    /// <summary>Full names in the order of the work.</summary>
    public Fact<IReadOnlyList<string>>? Authors { get; init; }

    public Fact<int>? Year { get; init; }

    /// <summary>1 to 12.</summary>
    public Fact<int>? Month { get; init; }

    public Fact<string>? Venue { get; init; }

    public Fact<string>? Doi { get; init; }

    public Fact<string>? ArxivId { get; init; }

    /// <summary>How long a video runs, or about how long a text takes to read.</summary>
    public Fact<int>? Minutes { get; init; }

    public Fact<ResourceKind>? Kind { get; init; }

    /// <summary>What its authors say of it, as plain text; not to be published as the guide's own words.</summary>
    public Fact<string>? Abstract { get; init; }

    /// <summary>These facts, and what they lack from the others.</summary>
    public WorkMetadata Or(WorkMetadata others) => new()
    {
        Title = Title ?? others.Title,
        Authors = Authors ?? others.Authors,
        Year = Year ?? others.Year,

        // A month belongs to its year.
        Month = Year is null ? others.Month : Month ?? (Year.Value == others.Year?.Value ? others.Month : null),
        Venue = Venue ?? others.Venue,
        Doi = Doi ?? others.Doi,
        ArxivId = ArxivId ?? others.ArxivId,
        Minutes = Minutes ?? others.Minutes,
        Kind = Kind ?? others.Kind,
        Abstract = Abstract ?? others.Abstract,
    };
}

/// <param name="Source">Who says so, such as "arXiv".</param>
public sealed record Fact<T>(T Value, string Source);
