using LlmGuide.Core;
using LlmGuide.Web.Interchange.Imports.Requests;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>What became of a file, in the order of its rows.</summary>
internal sealed record ImportReport(ImportEnd End, IReadOnlyList<ImportRow> Rows)
{
    /// <param name="outcome">Only rows of which this became; <c>null</c> for all.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public Page<ImportRow> Page(string? outcome, long page, int size)
    {
        var shown = Rows.Where(row => outcome is null || row.Outcome == outcome).ToList();
        var number = PageNumber.Clamp(page, shown.Count, size);
        return new Page<ImportRow>([.. shown.Skip((number - 1) * size).Take(size)], number, size, shown.Count);
    }
}

/// <summary>An import as its page shows it, whichever node did it.</summary>
/// <param name="Report">Once it is through.</param>
/// <param name="Fault">Why it ended early.</param>
internal sealed record ImportView(ImportRequest Request, long Done, long Rows, bool IsRunning, ImportReport? Report, string? Fault);
