namespace LlmGuide.Core;

/// <summary>One batch of a list for programs: the rows, where the next batch starts, and the size of the whole list.</summary>
/// <param name="Items">The rows, in order.</param>
/// <param name="Next">The cursor to ask the next batch with; <c>null</c> after the last one.</param>
/// <param name="Total">How many rows the whole list has.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items, string? Next, int Total)
{
    /// <summary>The same rows in another form.</summary>
    public Batch<TOther> Select<TOther>(Func<T, TOther> form) => new([.. Items.Select(form)], Next, Total);
}

internal static class Batches
{
    /// <summary>
    /// Makes a batch of rows of which one more than <paramref name="limit"/> was asked for, to see whether there are more.
    /// </summary>
    public static Batch<T> ToBatch<T>(this List<T> rows, int limit, Func<T, int> key, int total) =>
        rows.Count > limit ? new(rows[..limit], (key(rows[limit - 1])).ToInvariantString(), total) : new(rows, null, total);
}
