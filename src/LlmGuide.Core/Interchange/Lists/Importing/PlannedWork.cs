using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Interchange.Lists.Reading;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>What is to become of a work of the list.</summary>
internal sealed class PlannedWork(ReadLine line, ListOutcome outcome, string? reason)
{
    public ReadLine Line => line;

    public ListOutcome Outcome { get; set; } = outcome;

    public string? Reason { get; set; } = reason;

    /// <summary>The topic that it gets a place in; <c>null</c> for none.</summary>
    public PlannedTopic? Topic { get; init; }

    public PlacementRole Role { get; init; } = PlacementRole.Further;

    /// <summary>The work that it explains, where it is a companion.</summary>
    public PlannedWork? CompanionOf { get; init; }

    /// <summary>Of one that is there already.</summary>
    public KnownResource? Known { get; init; }

    /// <summary>Of one that is new.</summary>
    public ResourceUrl? Address { get; init; }

    /// <summary>Of one that is new, once it was checked.</summary>
    public CheckedResource? Checked { get; set; }
}

/// <summary>A topic that works are placed in.</summary>
/// <param name="Slug">The one that it has or, where it is new, gets.</param>
/// <param name="IsNew">Whether it has yet to be made.</param>
/// <param name="Heading">The section whose heading it is; <c>null</c> for what the importer named, or what has no heading.</param>
internal sealed record PlannedTopic(string Slug, string Title, bool IsNew, ReadSection? Heading)
{
    /// <summary>Whether anything is placed in it.</summary>
    public bool IsUsed { get; set; }
}
