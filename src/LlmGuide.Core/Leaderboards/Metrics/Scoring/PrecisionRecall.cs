namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>How much of what was found is right, and how much of what is right was found. All values are shares from 0 to 1.</summary>
/// <param name="Found">Everything that was found.</param>
/// <param name="Right">Everything that should have been found.</param>
public sealed record PrecisionRecall(int Hits, int Found, int Right)
{
    /// <summary>P = hits / found; 0 when nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Hits / Found;

    /// <summary>R = hits / right; 0 when there was nothing to find.</summary>
    public double Recall => Right == 0 ? 0 : (double)Hits / Right;

    /// <summary>F1 = 2PR / (P + R), the harmonic mean (van Rijsbergen, Information Retrieval, 1979, chapter 7).</summary>
    public double F1 => Hits == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>What two bags of things share, each thing counted as often as both have it.</summary>
    public static PrecisionRecall OfBags<T>(IReadOnlyCollection<T> found, IReadOnlyCollection<T> right)
        where T : notnull
    {
        var left = right.GroupBy(item => item).ToDictionary(g => g.Key, g => g.Count());
        var hits = found.GroupBy(item => item).Sum(g => Math.Min(g.Count(), left.GetValueOrDefault(g.Key)));
        return new PrecisionRecall(hits, found.Count, right.Count);
    }
}
