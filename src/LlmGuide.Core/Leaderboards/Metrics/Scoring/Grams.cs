namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>Sequences of n tokens.</summary>
internal static class Grams
{
    /// <summary>How often each occurs. A text shorter than n has none.</summary>
    public static Dictionary<string, int> Count(IReadOnlyList<string> tokens, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= tokens.Count; i++)
        {
            // No token holds a space, so nothing can look like two.
            var gram = string.Join(' ', tokens.Skip(i).Take(n));
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
