namespace LlmGuide.Core.Suggestions;

/// <summary>What was decided about a suggestion, by whom, when and why.</summary>
public sealed class SuggestionDecision
{
    private SuggestionDecision()
    {
    }

    internal SuggestionDecision(SuggestionState state, int? byId, DateTimeOffset at, string reason, int? entryId)
    {
        State = state;
        ById = byId;
        At = at;
        Reason = reason;
        EntryId = entryId;
    }

    public int Id { get; private set; }

    public int SuggestionId { get; private set; }

    public SuggestionState State { get; private set; }

    /// <summary><c>null</c> for the guide itself, and for a former member.</summary>
    public int? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The row of the log that says what was changed; <c>null</c> when nothing was.</summary>
    public int? EntryId { get; private set; }
}

/// <summary>Another member who proposed the same.</summary>
public sealed class SuggestionSecond
{
    private SuggestionSecond()
    {
    }

    internal SuggestionSecond(int memberId, string? network, DateTimeOffset at)
    {
        MemberId = memberId;
        Network = network;
        At = at;
    }

    public int SuggestionId { get; private set; }

    public int MemberId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>See <see cref="LlmGuide.Core.Members.NetworkMark"/>; only while the suggestion waits, and not for long.</summary>
    public string? Network { get; private set; }

    internal void Forget() => Network = null;
}
