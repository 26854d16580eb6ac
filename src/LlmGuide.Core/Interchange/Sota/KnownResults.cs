namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// The results of one board, to find the one that a row repeats: the same model in the same setting and kind of track, no other
/// paper, and the same value wherever both have one. Where values differ, two sources disagree, and both stay.
/// </summary>
internal sealed class KnownResults(IEnumerable<ImportedResult> results, CorrectedResults? corrected = null)
{
    private readonly Dictionary<string, List<ImportedResult>> _byModel =
        results.GroupBy(r => r.Model.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    public ImportedResult? Same(ReadRow row, string setting) =>
        _byModel.GetValueOrDefault(row.Row.Model.ToLowerInvariant())?.Find(known =>
            known.Setting == setting && known.Track.Length > 0 == row.Row.ExtraData
            && (row.Version is null || known.BenchmarkVersion == row.Version)
            && (row.MeasuredBy is null || known.MeasuredBy is null || known.MeasuredBy == row.MeasuredBy)
            && IsPaper(known.PaperUrl, row.PaperUrl) && Agree(known, row));

    /// <returns>The correction of what a row still says; <c>null</c> for one that says nothing that was corrected here.</returns>
    public Correction? Corrected(ReadRow row, string setting) => corrected?.Of(row, setting);

    public void Add(ImportedResult result)
    {
        var model = result.Model.ToLowerInvariant();
        if (!_byModel.TryGetValue(model, out var known))
        {
            _byModel[model] = known = [];
        }

        known.Add(result);
    }

    private static bool Agree(ImportedResult known, ReadRow row)
    {
        var shared = row.Scores.Select(s => (s.Value, Known: known.Scores.FirstOrDefault(k => k.Metric.Name == s.Metric)))
            .Where(s => s.Known is not null).ToList();
        return shared.Count > 0 && shared.TrueForAll(s => s.Known!.Value.Equals(s.Value));
    }

    /// <summary>Whether two addresses are of one paper, or one is not known.</summary>
    internal static bool IsPaper(string? one, string? other) => one is null || other is null || Canonical(one) == Canonical(other);

    // The page and the PDF of an arXiv paper are one paper.
    private static string Canonical(string url)
    {
        var bare = url.Replace("http://", "https://", StringComparison.OrdinalIgnoreCase)
            .Replace("arxiv.org/pdf/", "arxiv.org/abs/", StringComparison.OrdinalIgnoreCase).TrimEnd('/');
        return bare.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && bare.Contains("arxiv.org", StringComparison.OrdinalIgnoreCase)
            ? bare[..^4] : bare;
    }
}
