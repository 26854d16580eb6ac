namespace LlmGuide.Core.Interchange.Lists;

/// <summary>What is given beside the file.</summary>
/// <param name="DryRun">Whether to only say what would happen.</param>
/// <param name="Into">The slug of the topic that takes all of it; <c>null</c> where each heading is a topic.</param>
/// <param name="Name">What the list is called, for the log.</param>
public sealed record ListChoice(bool DryRun, string? Into, string Name);

/// <summary>How much became of what. Works and links have one entry each, other lines one.</summary>
/// <param name="Lines">How many lines the file has.</param>
/// <param name="Topics">How many topics are new.</param>
/// <param name="Unaccounted">Lines that no entry names; 0, or there is a fault in the program.</param>
public sealed record ListCounts(int Created, int Merged, int Notes, int Skipped, int Lines, int Topics, int Unaccounted)
{
    public int this[ListOutcome outcome] => outcome switch
    {
        ListOutcome.Created => Created,
        ListOutcome.Merged => Merged,
        ListOutcome.Note => Notes,
        _ => Skipped,
    };
}
