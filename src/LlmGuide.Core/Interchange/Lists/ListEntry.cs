namespace LlmGuide.Core.Interchange.Lists;

/// <summary>What became of a line of a list, or of a link on it.</summary>
public enum ListOutcome
{
    /// <summary>A work that was not there, and is now.</summary>
    Created,

    /// <summary>A work that was there already, in the catalogue or further up in the list; the reason says what it got.</summary>
    Merged,

    /// <summary>Words, or a link that belongs to a work beside it.</summary>
    Note,

    /// <summary>Nothing was made of it; the reason says why.</summary>
    Skipped,
}

/// <summary>One thing that a list says. Every line of the file has at least one; a line with several links has one for each.</summary>
/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="Reason">Why nothing was made of it, or what was; <c>null</c> where the outcome says it all.</param>
/// <param name="Title">Of the work; of a link, its words.</param>
/// <param name="Url">As it stands in the file.</param>
/// <param name="Description">What the list says about it, without the marks of Markdown.</param>
/// <param name="Headings">Those that it stands under, outermost first.</param>
/// <param name="Parent">The title, or the words, of the item that it stands in.</param>
public sealed record ListEntry(
    int Line, ListOutcome Outcome, string? Reason, string? Title, string? Url, string? Description,
    IReadOnlyList<string> Headings, string? Parent);
