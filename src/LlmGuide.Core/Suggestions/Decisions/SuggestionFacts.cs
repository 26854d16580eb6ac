using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions.Making;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>A suggestion as curators and who made it see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it proposes.</param>
/// <param name="State">What became of it.</param>
/// <param name="About">What it is about, as it is called now; <c>null</c> for something new.</param>
/// <param name="Title">How that was called at the time; of something new its title.</param>
/// <param name="Field">The field that it would change.</param>
/// <param name="Topic">The topic whose reason that is, or the topic to know first.</param>
/// <param name="Was">What the field said at the time.</param>
/// <param name="Value">What it is to say.</param>
/// <param name="Work">The new work.</param>
/// <param name="Why">Why.</param>
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
        SuggestionKind.Prerequisite => [new FieldDiff("prerequisites", null, Value)],
        _ => [],
    };
}

/// <param name="Kind">What it is.</param>
/// <param name="Key">Its slug now.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Fate">Whether it is as it was when the suggestion was made.</param>
public sealed record SuggestionSubject(LogKind Kind, string Key, string Title, int Version, SubjectStatus Fate);

/// <summary>What became of a subject since a suggestion was made about it.</summary>
public enum SubjectStatus
{
    Same,
    Changed,
    Removed,
}

/// <param name="Id">The member's.</param>
/// <param name="Name">The member's.</param>
/// <param name="Approved">How many of their suggestions were approved.</param>
/// <param name="Decided">How many were approved or turned down.</param>
public sealed record Suggester(int Id, string Name, int Approved, int Decided);

/// <summary>Something that looks like the same: a suggestion, or a resource of the guide.</summary>
/// <param name="SuggestionId">The other suggestion.</param>
/// <param name="Slug">The resource's.</param>
/// <param name="Title">Its title.</param>
/// <param name="SameAddress">Whether the addresses are the same, and not only the titles.</param>
public sealed record Likeness(int? SuggestionId, string? Slug, string Title, bool SameAddress);

/// <param name="State">What was decided.</param>
/// <param name="By">By whom; <c>null</c> for the guide, and for a former member.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="EntryId">The row of the log that says what was changed.</param>
public sealed record DecisionFacts(SuggestionState State, string? By, DateTimeOffset At, string Reason, int? EntryId);
