using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Islands.Tables;

/// <summary>A column of a table for work.</summary>
/// <param name="Width">One of the widths of <c>guide.css</c>: the class of its cells.</param>
/// <param name="Text">What a cell says in words; where the line is too short for it, it is read by pointing at the cell.</param>
/// <param name="Cell">What a cell shows; nothing to show the text.</param>
/// <param name="Sort">What the rows are sorted by here, as the address has it; nothing where they cannot be.</param>
/// <param name="Before">In the first column: a picture before the link.</param>
public sealed record TableColumn<TRow>(
    string Title, string Width, Func<TRow, string?> Text, RenderFragment<TRow>? Cell = null, string? Sort = null,
    RenderFragment<TRow>? Before = null);
