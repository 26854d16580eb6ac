using LlmGuide.Core.Data;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>How to bring a newer seed in.</summary>
/// <param name="DryRun">Whether to only say what would happen.</param>
/// <param name="Older">Whether one that is older than the last is taken all the same.</param>
public sealed record SeedUpdateChoice(bool DryRun = false, bool Older = false);

/// <summary>What became of everything that a seed says.</summary>
/// <param name="Added">How many are new here.</param>
/// <param name="Changed">How many follow the seed.</param>
/// <param name="Unchanged">How many needed nothing.</param>
/// <param name="Conflicts">How many both sides changed: what the seed says is a suggestion.</param>
/// <param name="Removed">How many the seed has no longer: their removal is a suggestion.</param>
/// <param name="Entries">Everything but what needed nothing.</param>
public sealed record SeedUpdateReport(
    int Added, int Changed, int Unchanged, int Conflicts, int Removed, IReadOnlyList<SeedUpdateEntry> Entries)
{
    /// <summary>Of what the seed says.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The day that it carries.</summary>
    public DateOnly? Dated { get; init; }

    /// <summary>Whether what the last seed said was not kept, and was worked out from the history.</summary>
    public bool Restored { get; init; }

    /// <summary>The number of the release that was published; <c>null</c> for none.</summary>
    public int? Release { get; init; }

    internal static SeedUpdateReport Of(IReadOnlyList<SeedUpdateEntry> entries, int all) => new(
        Count(entries, SeedOutcome.Added), Count(entries, SeedOutcome.Changed), all - entries.Count(e => e.Outcome != SeedOutcome.Removed),
        Count(entries, SeedOutcome.Conflict), Count(entries, SeedOutcome.Removed), entries);

    private static int Count(IEnumerable<SeedUpdateEntry> entries, SeedOutcome outcome) => entries.Count(e => e.Outcome == outcome);
}

/// <param name="Key">Its slug, or what else its address ends with; of a new result nothing.</param>
/// <param name="Fields">What both sides changed.</param>
/// <param name="Reason">Why it could not follow the seed, in a sentence.</param>
public sealed record SeedUpdateEntry(
    LogKind Kind, string Key, string Title, SeedOutcome Outcome, IReadOnlyList<string> Fields, string? Reason = null);

public enum SeedOutcome
{
    Added,
    Changed,
    Conflict,
    Removed,
}
