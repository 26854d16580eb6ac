namespace LlmGuide.Core;

/// <summary>One page of a longer list, with what a pager needs to know.</summary>
/// <param name="Items">The rows of this page, in order.</param>
/// <param name="Number">Which page this is, counted from 1. Never past the last one.</param>
/// <param name="Total">How many rows the whole list has.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>The number of the last page; 1 for an empty list.</summary>
    public int Last => PageNumber.Last(Total, Size);

    /// <summary>The position in the whole list of the first row here, counted from 1; 0 for an empty list.</summary>
    public int From => Items.Count == 0 ? 0 : ((Number - 1) * Size) + 1;

    /// <summary>The position in the whole list of the last row here.</summary>
    public int To => Items.Count == 0 ? 0 : From + Items.Count - 1;
}

/// <summary>Arithmetic of page numbers that come from outside.</summary>
public static class PageNumber
{
    /// <summary>The number of the last page of a list of <paramref name="total"/> rows; 1 for an empty list.</summary>
    public static int Last(int total, int size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>The nearest page that exists: what is below 1 becomes 1, what is past the end becomes the last.</summary>
    public static int Clamp(long asked, int total, int size) => (int)Math.Clamp(asked, 1, Last(total, size));
}
