namespace LlmGuide.Core.Learning.Groups;

/// <summary>What a group must hold to, as far as its draft alone tells.</summary>
public static class GroupRules
{
    public const int LongestName = 80;
    public const int LongestZone = 60;

    /// <summary>More topics a week nobody reads.</summary>
    public const int MostPerWeek = 20;

    public const int MostMembers = 200;

    /// <summary>How many groups somebody can be in at once.</summary>
    public const int MostGroups = 20;

    internal const int KeyLength = 32;

    /// <param name="started">The first day that it has already, which may stay however long ago it was.</param>
    /// <returns>All that is wrong, the first of each field; <c>null</c> for a sound draft.</returns>
    public static Refusal? Wrong(GroupDraft draft, DateOnly today, DateOnly? started = null)
    {
        var name = TypedLine.Read(draft.Name, LongestName, nameof(draft.Name));
        return Refusal.All(
        [
            name.Refusal ?? (name.Value!.Length == 0 ? Refusal.Rule("A group needs a name.", nameof(draft.Name)) : null),
            draft.TopicsPerWeek is < 1 or > MostPerWeek
                ? Refusal.Rule($"Choose 1 to {MostPerWeek} topics a week.", nameof(draft.TopicsPerWeek)) : null,
            draft.StartOn is not { } start || (start != started && (start < today.AddDays(-366) || start > today.AddDays(366)))
                ? Refusal.Rule("Enter the first day as year-month-day, within a year of today.", nameof(draft.StartOn)) : null,
            IsZone(draft.TimeZone) ? null
                : Refusal.Rule($"There is no time zone “{draft.TimeZone}”. Name one like Europe/Berlin.", nameof(draft.TimeZone)),
            !Enum.IsDefined(draft.Reads) ? Refusal.Rule("Choose what the group reads.", nameof(draft.Reads)) : null,
            draft.Reads == GroupReads.Topics && draft.Topics.Count == 0
                ? Refusal.Rule("Tick the topics that the group reads.", nameof(draft.Topics)) : null,
        ]);
    }

    /// <summary>Whether it is a name of the IANA data base; those of Windows are not.</summary>
    public static bool IsZone(string name) =>
        name.Length is > 0 and <= LongestZone && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
