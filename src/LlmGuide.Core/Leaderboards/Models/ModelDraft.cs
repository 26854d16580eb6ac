using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>Everything that can be edited about a model (see <see cref="DraftJson"/> before changing it).</summary>
public sealed record ModelDraft
{
    public string Slug { get; init; } = "";

    /// <summary>What the guide calls it.</summary>
    public string Title { get; init; } = "";

    public string? Vendor { get; init; }

    /// <summary>As <see cref="Results.PartialDate"/> reads it, where known.</summary>
    public string? Released { get; init; }

    /// <summary>The slug of the model that this is another name of; <c>null</c> for a model of its own.</summary>
    public string? MergedInto { get; init; }
}
