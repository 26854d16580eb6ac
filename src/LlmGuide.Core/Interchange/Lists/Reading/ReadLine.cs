namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>What the text of a list says at one place, before the catalogue is looked at.</summary>
/// <param name="line">Counted from 0.</param>
/// <param name="section">The heading that it stands under.</param>
internal sealed class ReadLine(int line, ReadSection section)
{
    public int Line => line;

    public ReadSection Section => section;

    /// <summary><c>null</c> for a work, which the catalogue decides about.</summary>
    public ListOutcome? Outcome { get; init; }

    public string? Reason { get; set; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Description { get; set; }

    /// <summary>The work that it belongs to.</summary>
    public ReadLine? Of { get; init; }

    /// <summary>The words of the item that it stands in, where that is no work.</summary>
    public string? Under { get; init; }

    public bool IsWork => Outcome is null;
}

/// <summary>A heading with what stands under it, up to the next; the first has none.</summary>
/// <param name="Level">1 to 6; 0 before the first heading.</param>
internal sealed record ReadSection(string Title, int Level, ReadSection? Parent, int Line)
{
    /// <summary>Its own heading last; empty for what stands before the first one.</summary>
    public IReadOnlyList<string> Headings { get; } = Parent is null ? [] : [.. Parent.Headings, Title];

    /// <summary>The words that stand before its first item, as Markdown.</summary>
    public IList<string> Introduction { get; } = [];

    /// <summary>How many works stand right under it.</summary>
    public int Works { get; set; }
}

/// <param name="Lines">In the order of the file, at least one for each of its lines.</param>
/// <param name="Sections">In the order of the file; the first is what stands before the first heading.</param>
/// <param name="Count">How many lines the file has.</param>
internal sealed record ReadList(IReadOnlyList<ReadLine> Lines, IReadOnlyList<ReadSection> Sections, int Count)
{
    /// <summary>What it calls itself; <c>null</c> where it has no heading of the first level.</summary>
    public string? Title => Sections.FirstOrDefault(section => section.Level == 1)?.Title;
}
