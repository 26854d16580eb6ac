using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Suggestions;

/// <summary>What a member proposes to change in the guide, and what became of it.</summary>
public sealed class Suggestion
{
    private readonly List<SuggestionDecision> _decisions = [];
    private readonly List<SuggestionSecond> _seconds = [];

    private Suggestion()
    {
    }

    /// <param name="network">The mark of where it came from.</param>
    internal Suggestion(Proposal proposal, Actor by, int? commentId, string? network, DateTimeOffset now)
    {
        SuggestedById = by.MemberId;
        CommentId = commentId;
        Kind = proposal.Kind;
        Submit(proposal, network, now);
    }

    public int Id { get; private set; }

    public SuggestionKind Kind { get; private set; }

    /// <summary>What kind of thing it is about; <c>null</c> for something new.</summary>
    public LogKind? SubjectKind { get; private set; }

    public int? SubjectId { get; private set; }

    /// <summary>The slug of the subject at the time.</summary>
    public string? SubjectKey { get; private set; }

    /// <summary>How the subject was called at the time; of something new its own title.</summary>
    public string SubjectTitle { get; private set; } = "";

    /// <summary>The subject's version at the time.</summary>
    public int SubjectVersion { get; private set; }

    /// <summary>See <see cref="CorrectableField.Name"/>.</summary>
    public string? Field { get; private set; }

    /// <summary>The topic whose reason the field is.</summary>
    public string? Topic { get; private set; }

    /// <summary>What the field said at the time; of an update the whole draft as JSON.</summary>
    public string? Was { get; private set; }

    /// <summary>What it is to say; of a new work and of an update the draft as JSON.</summary>
    public string Value { get; private set; } = "";

    public string Why { get; private set; } = "";

    /// <summary>The key of the address that it is about (<see cref="Catalogue.Addresses.ResourceUrl.Key"/>).</summary>
    public string? UrlKey { get; private set; }

    /// <summary>The same for all suggestions of the same, while it is pending: of those there is one.</summary>
    public string? PendingKey { get; private set; }

    /// <summary><c>null</c> for a former member.</summary>
    public int? SuggestedById { get; private set; }

    /// <summary>When it was sent, or sent again.</summary>
    public DateTimeOffset SuggestedAt { get; private set; }

    /// <summary>See <see cref="NetworkMark"/>; only while it waits, and not for long.</summary>
    public string? Network { get; private set; }

    /// <summary>The comment that it was made from, which is answered when it is decided.</summary>
    public int? CommentId { get; private set; }

    public SuggestionState State { get; private set; }

    /// <summary>The curator who is on it.</summary>
    public int? ClaimedById { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>What was decided about it, oldest first.</summary>
    public IReadOnlyList<SuggestionDecision> Decisions => _decisions;

    /// <summary>Who proposed the same.</summary>
    public IReadOnlyList<SuggestionSecond> Seconds => _seconds;

    /// <summary>Whether two people who propose the same apply it.</summary>
    public bool IsSmall => Kind == SuggestionKind.DeadLink || (Kind == SuggestionKind.Correction && DraftField is { Field.Small: true });

    /// <summary>The field that it would change; <c>null</c> for what changes none.</summary>
    public DraftField? DraftField => Proposal.Of(this).DraftField;

    /// <summary>What the log calls it: nothing of what was typed, since nobody has looked at that.</summary>
    internal LogSubject Subject => new(LogKind.Suggestion, Id.ToInvariantString(), Kind switch
    {
        SuggestionKind.Resource => "a new resource",
        SuggestionKind.Correction => $"a correction of “{SubjectTitle}”",
        SuggestionKind.DeadLink => $"a broken link of “{SubjectTitle}”",
        SuggestionKind.BetterLink => $"a better link for “{SubjectTitle}”",
        SuggestionKind.Update => $"an update of “{SubjectTitle}”",
        SuggestionKind.Prerequisite => $"a prerequisite of “{SubjectTitle}”",
        _ => $"a result of “{SubjectTitle}”",
    });

    /// <summary>Proposes this, now: the first time, or again after it was turned down.</summary>
    internal void Submit(Proposal proposal, string? network, DateTimeOffset now)
    {
        Propose(proposal);
        PendingKey = proposal.Key;
        State = SuggestionState.Pending;
        SuggestedAt = now;
        Network = network;
    }

    /// <summary>Changes what it says.</summary>
    internal void Propose(Proposal proposal)
    {
        (SubjectKind, SubjectId, SubjectKey, SubjectTitle, SubjectVersion) = (
            proposal.SubjectKind, proposal.SubjectId, proposal.SubjectKey, proposal.Title, proposal.SubjectVersion);
        (Field, Topic, Was, Value, Why, UrlKey) = (
            proposal.Field, proposal.Topic, proposal.Was, proposal.Value, proposal.Why, proposal.UrlKey);
    }

    /// <summary>Ends it.</summary>
    internal void Decide(SuggestionDecision decision)
    {
        _decisions.Add(decision);
        State = decision.State;
        PendingKey = null;
        ClaimedById = null;
        ClaimedUntil = null;
        Network = null;
        _seconds.ForEach(second => second.Forget());
    }

    internal void Second(Actor by, string? network, DateTimeOffset now) => _seconds.Add(new SuggestionSecond(by.Id, network, now));
}
