namespace LlmGuide.Core.Revisions.History;

/// <summary>A field of a draft that is different.</summary>
/// <param name="Path">
/// Its name in the draft; inside a list the list's name, the record's, and its own: <c>placements › transformer › why</c>.
/// </param>
/// <param name="Before">What it said; <c>null</c> for nothing.</param>
/// <param name="After">What it says; <c>null</c> for nothing.</param>
public sealed record FieldDiff(string Path, string? Before, string? After)
{
    /// <summary>The two texts as one, with what went and what came.</summary>
    public IReadOnlyList<DiffPiece> Pieces => TextDiff.Between(Before ?? "", After ?? "");
}

public sealed record DiffPiece(DiffChange Change, string Text);

public enum DiffChange
{
    Kept,
    Removed,
    Added,
}
