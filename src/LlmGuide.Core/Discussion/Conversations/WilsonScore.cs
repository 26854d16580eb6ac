namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>
/// How good a comment is, as far as its votes can tell: the lower bound of Wilson's interval for the share of votes that are up, at
/// a confidence of 80 % (E. B. Wilson, 1927; for comments: E. Miller, "How not to sort by average rating", 2009). Few votes count
/// for little, so 1 of 1 comes after 9 of 10.
/// </summary>
public static class WilsonScore
{
    /// <summary>The quantile of the normal distribution that leaves 10 % on either side.</summary>
    private const double Z = 1.2815515655446004;

    /// <param name="up">Votes for it, at least 0.</param>
    /// <param name="down">Votes against it, at least 0.</param>
    /// <returns>From 0 to 1; 0 without votes.</returns>
    public static double Of(int up, int down)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(up);
        ArgumentOutOfRangeException.ThrowIfNegative(down);
        double n = up + (double)down;
        if (n == 0)
        {
            return 0;
        }

        var share = up / n;
        var margin = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * n))) / n);
        return Math.Max(0, (share + (Z * Z / (2 * n)) - margin) / (1 + (Z * Z / n)));
    }
}
