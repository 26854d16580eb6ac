namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>Everything that can be edited about a stage. Its topics and its place are the path's (<see cref="PathDraft"/>).</summary>
public sealed record StageDraft
{
    /// <summary>Its name for programs, which stays. Empty for a new one: made from the title.</summary>
    public string Slug { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>A few words for the map.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether it is no part of the path any more.</summary>
    public bool Removed { get; init; }
}
