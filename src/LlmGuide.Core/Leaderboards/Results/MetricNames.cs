namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>
/// Which end of a metric is better, by its name alone, for tables that do not say. Names that could be anything stay undecided:
/// a leaderboard upside down is worse than one without a verdict.
/// </summary>
public static class MetricNames
{
    private static readonly string[] LowerIsBetter =
    [
        "error", "perplexity", "ppl", "loss", "wer", "cer", "ter", "mae", "mse", "rmse", "fid",
        "bpc", "nll", "entropy", "bit per", "bits per", "edit distance", "inference time",
    ];

    private static readonly string[] HigherIsBetter =
    [
        "accuracy", "acc", "f1", "f0.5", "f-score", "f-measure", "bleu", "rouge", "meteor", "chrf",
        "comet", "em", "exact match", "precision", "recall", "map", "mrr", "auc", "roc-auc", "ndcg",
        "pass@", "hits@", "p@", "r@", "score", "uas", "las", "iou", "miou", "top-1", "top-5",
        "top 1", "top 5", "correlation", "pearson", "spearman", "psnr", "ssim", "win rate",
    ];

    /// <returns><c>null</c> when the name does not tell.</returns>
    public static bool? Direction(string name)
    {
        var words = $" {name.ToLowerInvariant().Replace('(', ' ').Replace(')', ' ').Replace('_', ' ').Replace('/', ' ')} ";
        return Holds(words, LowerIsBetter) ? false : Holds(words, HigherIsBetter) ? true : null;
    }

    /// <summary>A name without case and signs, to compare: "ROUGE-L" and "Rouge L" are the same, "HumanEval+" is another.</summary>
    public static string Bare(string name) => string.Concat(name.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == '+'));

    // A word ends with its name or goes on with a sign or digit, so that "em" is not found in "semantic".
    private static bool Holds(string words, string[] names) => Array.Exists(names, name =>
    {
        for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var after = words[at + name.Length];
            if (!char.IsLetter(words[at - 1]) && (!char.IsLetter(after) || name[^1] == '@' || after == 's'))
            {
                return true;
            }
        }

        return false;
    });
}
