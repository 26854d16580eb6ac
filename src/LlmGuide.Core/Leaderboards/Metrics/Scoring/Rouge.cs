namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>
/// ROUGE of Lin, 2004 (https://aclanthology.org/W04-1013/): what a summary shares with its reference, on tokens as they are given.
/// </summary>
public static class Rouge
{
    /// <summary>ROUGE-N: shared sequences of n tokens.</summary>
    public static PrecisionRecall N(IReadOnlyList<string> summary, IReadOnlyList<string> reference, int n)
    {
        var (found, right) = (Grams.Count(summary, n), Grams.Count(reference, n));
        return new PrecisionRecall(
            found.Sum(g => Math.Min(g.Value, right.GetValueOrDefault(g.Key))), found.Values.Sum(), right.Values.Sum());
    }

    /// <summary>ROUGE-L on one sentence: the longest common subsequence, in order but not necessarily without gaps (section 3.1).</summary>
    public static PrecisionRecall L(IReadOnlyList<string> summary, IReadOnlyList<string> reference) =>
        new(LongestCommon(summary, reference), summary.Count, reference.Count);

    private static int LongestCommon(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        // A row of the table at a time: lengths[j] is that of the whole of what was seen of one, and the first j tokens of the other.
        var lengths = new int[other.Count + 1];
        foreach (var token in one)
        {
            var diagonal = 0;
            for (var j = 1; j <= other.Count; j++)
            {
                var above = lengths[j];
                lengths[j] = string.Equals(token, other[j - 1], StringComparison.Ordinal) ? diagonal + 1 : Math.Max(above, lengths[j - 1]);
                diagonal = above;
            }
        }

        return lengths[other.Count];
    }
}
