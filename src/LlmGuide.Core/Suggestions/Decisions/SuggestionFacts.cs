using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions.Making;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A suggestion as curators and who made it see it.</summary>
/// <param name="About">What it is about, as it is called now; <c>null</c> for something new.</param>
/// <param name="Title">How that was called at the time; of something new its title.</param>
/// <param name="Topic">The topic whose reason that is, or the topic to know first.</param>
/// <param name="At">When it was sent, or sent again.</param>
public sealed record SuggestionFacts(
    int Id, SuggestionKind Kind, SuggestionState State, SuggestionSubject? About, string Title, string? Field,
    string? Topic, string? Was, string Value, ResourceDraft? Work, string Why, DateTimeOffset At)
{
    /// <summary>Who made it; <c>null</c> for a former member.</summary>
    public Suggester? By { get; init; }

    /// <summary>Others who proposed the same.</summary>
    public IReadOnlyList<string> Seconds { get; init; } = [];

    /// <summary>The curator who is on it; <c>null</c> for nobody.</summary>
    public string? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>What looks like the same: other suggestions that wait, and works of the guide.</summary>
    public IReadOnlyList<Likeness> Alike { get; init; } = [];

    /// <summary>Of a new work the topic that it is meant for; <c>null</c> when none was named, or when it is gone.</summary>
    public TopicChoice? For { get; init; }

    /// <summary>The comment that it was made from.</summary>
    public int? CommentId { get; init; }

    /// <summary>What was decided about it, newest first.</summary>
    public IReadOnlyList<DecisionFacts> Decisions { get; init; } = [];

    /// <summary>What it would change, as far as it is known without looking at the subject.</summary>
    public IReadOnlyList<FieldDiff> Changes => Kind switch
    {
        SuggestionKind.Correction or SuggestionKind.BetterLink =>
            [new FieldDiff(Field == CorrectableFields.Score ? Topic ?? "" : Field ?? "", Was, Value)],
        SuggestionKind.Update => DraftDiff.Between(Was, Value),
        SuggestionKind.Prerequisite => [new FieldDiff("prerequisites", null, Value)],
        _ => [],
    };
}

public sealed record SuggestionSubject(LogKind Kind, string Key, string Title, int Version, SubjectStatus Fate);

/// <summary>What became of a subject since a suggestion was made about it.</summary>
public enum SubjectStatus
{
    Same,
    Changed,
    Removed,
}

public sealed record Suggester(int Id, string Name, int Approved, int Decided);

/// <summary>Something that looks like the same: a suggestion, or a resource of the guide.</summary>
/// <param name="SameAddress">Whether the addresses are the same, and not only the titles.</param>
public sealed record Likeness(int? SuggestionId, string? Slug, string Title, bool SameAddress);

/// <param name="By">By whom; <c>null</c> for the guide, and for a former member.</param>
public sealed record DecisionFacts(SuggestionState State, string? By, DateTimeOffset At, string Reason, int? EntryId);
