using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>
/// Everything that can be edited about a topic, texts as they were typed (see <see cref="DraftJson"/> before changing it). Its place
/// on the path is the path's (<see cref="PathDraft"/>); what a resource is in it and why is the resource's (<see cref="ResourceDraft"/>).
/// </summary>
public sealed record TopicDraft
{
    /// <summary>Empty for a new one: made from the title.</summary>
    public string Slug { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>One line for the map.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What a reader can do afterwards, in one sentence.</summary>
    public string Objective { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Introduction { get; init; } = "";

    public IReadOnlyList<ConceptDraft> Concepts { get; init; } = [];

    public IReadOnlyList<CheckDraft> Checks { get; init; } = [];

    /// <summary>What to know first, by slug.</summary>
    public IReadOnlyList<PrerequisiteDraft> Prerequisites { get; init; } = [];

    /// <summary>The slugs of its resources in their order.</summary>
    public IReadOnlyList<string> Reading { get; init; } = [];

    /// <summary>The day on which what it says was last compared with its sources.</summary>
    public DateOnly? CheckedAt { get; init; }

    /// <summary>Whether it is no part of the path any more.</summary>
    public bool Removed { get; init; }
}

/// <param name="Definition">Markdown, one paragraph.</param>
public sealed record ConceptDraft(string Term, string Definition = "");

/// <param name="Topic">The slug of the topic to know first.</param>
public sealed record PrerequisiteDraft(string Topic, string Reason = "");
