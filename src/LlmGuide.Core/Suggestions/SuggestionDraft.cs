using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Suggestions;

/// <summary>What a member filled in, as it was typed. Which fields count depends on the kind.</summary>
public sealed record SuggestionDraft
{
    public SuggestionKind Kind { get; init; }

    /// <summary>The slug of the resource that it is about.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// The slug of the topic that it is about; for a new resource, where it belongs; for a correction of a resource's reason,
    /// where that stands.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>The slug of the benchmark that it is about.</summary>
    public string? Benchmark { get; init; }

    /// <summary>The number of the result that it is about.</summary>
    public string? Result { get; init; }

    /// <summary>See <see cref="CorrectableField.Name"/>.</summary>
    public string? Field { get; init; }

    /// <summary>What the field is to say; the better address; the topic to know first; the right number and where it stands.</summary>
    public string? Value { get; init; }

    /// <summary>Why: for curators, and for a new resource and a prerequisite what readers will read.</summary>
    public string? Why { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public ResourceKind? WorkKind { get; init; }

    /// <summary>Names, separated by commas, semicolons or lines.</summary>
    public string? Authors { get; init; }

    public string? Year { get; init; }

    public string? Venue { get; init; }

    public string? Minutes { get; init; }

    public ResourceLevel? Level { get; init; }

    /// <summary>The comment that it was made from.</summary>
    public int? CommentId { get; init; }
}
