using System.Text.RegularExpressions;

namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>
/// Exact match and token F1 of SQuAD (Rajpurkar et al., 2016, https://arxiv.org/abs/1606.05250), normalized as its evaluation
/// script does: lower case, no punctuation, no articles, single spaces. Of several references the best counts.
/// </summary>
public static partial class AnswerMatch
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>"The  Eiffel-Tower!" becomes "eiffeltower".</summary>
    public static string Normalize(string answer)
    {
        var bare = string.Concat(answer.ToLowerInvariant().Where(c => !Punctuation.Contains(c, StringComparison.Ordinal)));
        return string.Join(' ', Article().Replace(bare, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool IsExact(string answer, IReadOnlyList<string> references) =>
        references.Any(reference => Normalize(reference) == Normalize(answer));

    /// <summary>The overlap of words with the reference that it is best for.</summary>
    public static PrecisionRecall Overlap(string answer, IReadOnlyList<string> references) =>
        references.Select(reference => PrecisionRecall.OfBags(Normalize(answer).Split(' '), Normalize(reference).Split(' ')))
            .MaxBy(score => score.F1)!;

    [GeneratedRegex(@"\b(?:a|an|the)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();
}
