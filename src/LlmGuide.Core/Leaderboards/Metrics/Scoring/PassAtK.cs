namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>
/// pass@k of Chen et al., 2021 (https://arxiv.org/abs/2107.03374, section 2.1): the chance that at least one of k samples passes
/// the tests, estimated without bias from n samples of which c pass, 1 − C(n−c, k) / C(n, k); then the mean over the problems.
/// </summary>
public static class PassAtK
{
    /// <param name="samples">n, at least <paramref name="k"/>.</param>
    /// <param name="passed">c, from 0 to n.</param>
    /// <param name="k">How many may be tried.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Problem(int samples, int passed, int k)
    {
        if (samples - passed < k)
        {
            return 1;
        }

        // The product of the paper's figure 3: binomials of 200 do not fit into a number.
        var none = 1.0;
        for (var i = samples - passed + 1; i <= samples; i++)
        {
            none *= 1 - ((double)k / i);
        }

        return 1 - none;
    }

    public static double Score(IReadOnlyCollection<(int Samples, int Passed)> problems, int k) =>
        problems.Average(p => Problem(p.Samples, p.Passed, k));
}
