using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>
/// Everything that can be edited about a resource, texts as they were typed (see <see cref="DraftJson"/> before changing it).
/// </summary>
public sealed record ResourceDraft
{
    /// <summary>Empty for a new one: made from the title.</summary>
    public string Slug { get; init; } = "";

    public string Title { get; init; } = "";

    public string? AlsoKnownAs { get; init; }

    public ResourceKind Kind { get; init; }

    public string Url { get; init; } = "";

    /// <summary>Full names in the order of the work.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public int? Year { get; init; }

    public int? Month { get; init; }

    public string? Venue { get; init; }

    public string? ArxivId { get; init; }

    public string? Doi { get; init; }

    public ResourceLevel Level { get; init; }

    public ResourceAccess Access { get; init; }

    public int Minutes { get; init; }

    public bool Essential { get; init; }

    public bool InOriginalGuide { get; init; }

    /// <summary>Markdown, one paragraph.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether it is no part of the guide any more.</summary>
    public bool Removed { get; init; }

    /// <summary>In the order of the path.</summary>
    public IReadOnlyList<PlacementDraft> Placements { get; init; } = [];

    /// <summary>The slugs of the works that it builds on.</summary>
    public IReadOnlyList<string> BuildsOn { get; init; } = [];
}

/// <summary>A place in a topic. Where it stands in the topic's list is the topic's affair: a new one stands last.</summary>
/// <param name="Topic">The topic's slug.</param>
/// <param name="Why">Markdown, one paragraph.</param>
/// <param name="CompanionOf">The slug of the work that a companion explains.</param>
/// <param name="Minutes">How long the part takes that is used there; <c>null</c> where that is all of it.</param>
public sealed record PlacementDraft(
    string Topic, PlacementRole Role = PlacementRole.Further, string Why = "", string? CompanionOf = null, int? Minutes = null);
