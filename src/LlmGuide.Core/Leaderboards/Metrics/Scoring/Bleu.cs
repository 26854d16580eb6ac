namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>
/// BLEU of Papineni et al., 2002 (https://aclanthology.org/P02-1040/): BP · exp(Σ wₙ log pₙ) with n = 1 to 4 and equal weights,
/// over a whole corpus, on tokens as they are given. From 0 to 1; papers report it times 100.
/// </summary>
public static class Bleu
{
    /// <summary>The longest sequence that is compared.</summary>
    public const int Longest = 4;

    /// <param name="sentences">Each candidate with its references; at least one reference each.</param>
    public static BleuScore Score(
        IReadOnlyList<(IReadOnlyList<string> Candidate, IReadOnlyList<IReadOnlyList<string>> References)> sentences)
    {
        var precisions = Enumerable.Range(1, Longest).Select(n => Precision(sentences, n)).ToList();
        var candidate = sentences.Sum(s => s.Candidate.Count);
        var reference = sentences.Sum(s => Closest(s.Candidate.Count, s.References));
        return new BleuScore(precisions, candidate, reference);
    }

    /// <summary>Clipped precision: an n-gram counts no more often than in the reference that has it most often.</summary>
    private static (int Hits, int All) Precision(
        IReadOnlyList<(IReadOnlyList<string> Candidate, IReadOnlyList<IReadOnlyList<string>> References)> sentences, int n)
    {
        var (hits, all) = (0, 0);
        foreach (var (candidate, references) in sentences)
        {
            var allowed = references.Select(reference => Grams.Count(reference, n)).ToList();
            foreach (var (gram, count) in Grams.Count(candidate, n))
            {
                hits += Math.Min(count, allowed.Max(reference => reference.GetValueOrDefault(gram)));
                all += count;
            }
        }

        return (hits, all);
    }

    // The length nearest to the candidate's; of two as near, the shorter.
    private static int Closest(int length, IReadOnlyList<IReadOnlyList<string>> references) =>
        references.Select(r => r.Count).OrderBy(r => Math.Abs(r - length)).ThenBy(r => r).First();
}

/// <param name="Precisions">Clipped hits and n-grams in all, for n = 1 to 4.</param>
/// <param name="Candidate">How many tokens the candidates have: c.</param>
/// <param name="Reference">How many tokens the references nearest in length have: r.</param>
public sealed record BleuScore(IReadOnlyList<(int Hits, int All)> Precisions, int Candidate, int Reference)
{
    /// <summary>1 when c is greater than r, else exp(1 − r/c).</summary>
    public double BrevityPenalty => Candidate == 0 ? 0 : Candidate > Reference ? 1 : Math.Exp(1 - ((double)Reference / Candidate));

    /// <summary>0 as soon as one precision is: nothing is smoothed.</summary>
    public double Value => Precisions.Any(p => p.Hits == 0)
        ? 0
        : BrevityPenalty * Math.Exp(Precisions.Average(p => Math.Log((double)p.Hits / p.All)));
}
