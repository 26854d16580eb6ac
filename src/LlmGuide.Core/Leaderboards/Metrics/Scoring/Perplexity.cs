namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>
/// How surprised a model is by a text: exp(−(1/N) Σ ln p(tokenᵢ | what came before)), the inverse geometric mean of the
/// probabilities (Jurafsky and Martin, Speech and Language Processing, chapter on n-gram models).
/// From 1, for a model that was certain, without upper end; values compare only on the same tokens.
/// </summary>
public static class Perplexity
{
    /// <param name="probabilities">Of each token of the text in turn, above 0 and at most 1; at least one.</param>
    public static double Score(IReadOnlyCollection<double> probabilities) => Math.Exp(probabilities.Average(p => -Math.Log(p)));
}
