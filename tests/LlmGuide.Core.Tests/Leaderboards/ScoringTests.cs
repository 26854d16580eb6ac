using LlmGuide.Core.Leaderboards.Metrics.Scoring;

namespace LlmGuide.Core.Tests.Leaderboards;

/// <summary>Each metric against an example that its paper, or a well-known implementation, publishes with its outcome.</summary>
public sealed class ScoringTests
{
    // https://github.com/chakki-works/seqeval, README, "Usage": f1_score 0.50, MISC 0.00, PER 1.00.
    [Fact]
    public void F1_on_spans_is_that_of_the_README_of_seqeval()
    {
        string[] right = ["O", "O", "O", "B-MISC", "I-MISC", "I-MISC", "O", "B-PER", "I-PER", "O"];
        string[] found = ["O", "O", "B-MISC", "I-MISC", "I-MISC", "I-MISC", "O", "B-PER", "I-PER", "O"];
        Assert.Equal((0.5, 0.5, 0.5), Parts(SpanF1.Score(found, right)));
    }

    // The same README: a chunk that begins with I- counts in the mode that is compatible with conlleval.
    [Fact]
    public void A_span_may_begin_inside_as_in_conlleval() =>
        Assert.Equal(1, SpanF1.Score(["I-NP", "I-NP", "O"], ["B-NP", "I-NP", "O"]).F1);

    // https://scikit-learn.org/stable/modules/generated/sklearn.metrics.accuracy_score.html: accuracy_score([0, 1, 2, 3], [0, 2, 1,
    // 3]) is 0.5.
    [Fact]
    public void Accuracy_is_that_of_the_documentation_of_scikit_learn() =>
        Assert.Equal(0.5, Accuracy.Score([0, 2, 1, 3], [0, 1, 2, 3]));

    // https://github.com/nltk/nltk, nltk/translate/bleu_score.py, sentence_bleu: the example of Papineni et al., 0.5045...
    [Fact]
    public void Bleu_of_a_sentence_is_that_of_the_documentation_of_NLTK() =>
        Assert.Equal(0.5045, Bleu.Score([Guide]).Value, 1e-4);

    // The same file, corpus_bleu: 0.5920...
    [Fact]
    public void Bleu_of_a_corpus_is_that_of_the_documentation_of_NLTK() =>
        Assert.Equal(0.5920, Bleu.Score([Guide, (Words("he read the book because he was interested in world history"), [Words(
            "he was interested in world history because he read the book")])]).Value, 1e-4);

    // The same file, brevity_penalty: 12 tokens against references of 28 give 0.2635971381157267.
    [Fact]
    public void The_brevity_penalty_is_that_of_the_documentation_of_NLTK() =>
        Assert.Equal(0.2635971381157267, new BleuScore([], 12, 28).BrevityPenalty, 1e-12);

    // https://github.com/mjpost/sacrebleu, test/test_bleu.py, test_case_scoring: 9/10, 7/8, 5/6,
    // 3/4 at 11 against 11 tokens give 0.8375922397.
    [Fact]
    public void Bleu_of_counts_is_that_of_the_tests_of_sacrebleu() =>
        Assert.Equal(0.8375922397, new BleuScore([(9, 10), (7, 8), (5, 6), (3, 4)], 11, 11).Value, 1e-9);

    // https://github.com/google-research/google-research, rouge/rouge_scorer_test.py, testRouge1, testRouge2, testRougeLNonConsecutive.
    [Fact]
    public void Rouge_is_that_of_the_tests_of_rouge_score()
    {
        var target = Words("testing one two");
        Assert.Equal((1, 0.333333333, 0.5), Parts(Rouge.N(Words("testing"), target, 1)));
        Assert.Equal((1, 0.5, 0.666666667), Parts(Rouge.N(Words("testing one"), target, 2)));
        Assert.Equal((1, 0.666666667, 0.8), Parts(Rouge.L(Words("testing two"), target)));
        Assert.Equal((0.0, 0.0, 0.0), Parts(Rouge.L([], target)));
    }

    // The same file, testLcsTable: [2, 5, 3, 4] shares three in order with [1, 2, 3, 4, 5].
    [Fact]
    public void The_longest_common_subsequence_may_have_gaps() =>
        Assert.Equal(3, Rouge.L(Words("2 5 3 4"), Words("1 2 3 4 5")).Hits);

    // https://github.com/huggingface/evaluate, metrics/squad/README.md, "Partial match": exact_match and f1 are 66.66666666666667.
    [Fact]
    public void Exact_match_and_token_F1_are_those_of_the_metric_card_of_SQuAD()
    {
        (string Answer, string[] References)[] asked =
            [("1976", ["1976"]), ("Beyonce", ["Beyoncé and Bruno Mars"]), ("climate change", ["climate change"])];
        Assert.Equal(66.66666666666667, asked.Average(a => AnswerMatch.IsExact(a.Answer, a.References) ? 100.0 : 0), 1e-9);
        Assert.Equal(66.66666666666667, asked.Average(a => 100 * AnswerMatch.Overlap(a.Answer, a.References).F1), 1e-9);
    }

    [Theory]
    [InlineData("The  Cat!", "cat")]
    [InlineData("an apple a day", "apple day")]
    [InlineData("theory", "theory")]
    public void An_answer_is_normalized_as_the_evaluation_script_of_SQuAD_does(string answer, string normalized) =>
        Assert.Equal(normalized, AnswerMatch.Normalize(answer));

    // https://pytorch.org/torcheval/stable/generated/torcheval.metrics.functional.perplexity.html: these logits and targets give 2.7593.
    [Fact]
    public void Perplexity_is_that_of_the_documentation_of_torcheval() =>
        Assert.Equal(2.7593, Perplexity.Score([Softmax([0.3659, 0.7025, 0.3104], 2), Softmax([0.0097, 0.6577, 0.1947], 1)]), 1e-4);

    // https://github.com/huggingface/evaluate, metrics/code_eval/README.md: one of two candidates passes, pass@1 is 0.5 and pass@2 is 1.0.
    [Fact]
    public void Pass_at_k_is_that_of_the_metric_card_of_code_eval()
    {
        Assert.Equal(0.5, PassAtK.Score([(2, 1)], 1), 1e-12);
        Assert.Equal(1, PassAtK.Score([(2, 1)], 2), 1e-12);
    }

    // Chen et al., 2021 (https://arxiv.org/abs/2107.03374), figure 3: 1 - C(n-c, k) / C(n, k), and 1 when n-c < k.
    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(20, 4, 10)]
    [InlineData(7, 0, 3)]
    [InlineData(6, 5, 2)]
    public void Pass_at_k_is_what_the_formula_of_the_paper_says(int samples, int passed, int k) =>
        Assert.Equal(
            samples - passed < k ? 1 : 1 - (Choose(samples - passed, k) / Choose(samples, k)), PassAtK.Problem(samples, passed, k), 1e-12);

    [Fact]
    public void The_estimate_of_pass_at_k_holds_for_two_hundred_samples() => Assert.InRange(PassAtK.Problem(200, 100, 100), 0.999, 1);

    [Fact]
    public void Every_worked_example_shows_what_its_metric_computes()
    {
        Assert.Equal(["accuracy", "f1-on-spans", "exact-match", "bleu", "rouge", "perplexity", "pass-at-k"], WorkedExamples.All.Select(
            e => e.Anchor));
        Assert.All(WorkedExamples.All, e => Assert.NotEmpty(e.Steps));
        Assert.Contains(WorkedExamples.All.Single(e => e.Anchor == "f1-on-spans").Steps, s => s is { What: "F1", Value: "66.7 %" });
    }

    private static (IReadOnlyList<string> Candidate, IReadOnlyList<IReadOnlyList<string>> References) Guide => (
        Words("It is a guide to action which ensures that the military always obeys the commands of the party"),
        [
            Words("It is a guide to action that ensures that the military will forever heed Party commands"),
            Words("It is the guiding principle which guarantees the military forces always being under the command of the Party"),
            Words("It is the practical guide for the army always to heed the directions of the party"),
        ]);

    private static string[] Words(string text) => text.Split(' ');

    // Rounded, since 2PR / (P + R) and 2/3 differ in the last bit.
    private static (double, double, double) Parts(PrecisionRecall score) =>
        (Math.Round(score.Precision, 9), Math.Round(score.Recall, 9), Math.Round(score.F1, 9));

    private static double Softmax(double[] logits, int target) => Math.Exp(logits[target]) / logits.Sum(Math.Exp);

    private static double Choose(int n, int k) => Enumerable.Range(0, k).Aggregate(1.0, (product, i) => product * (n - i) / (i + 1));
}
