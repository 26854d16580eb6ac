using System.Globalization;

namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>The examples of the page of metrics. Every number in them is computed here, none is typed in.</summary>
public static class WorkedExamples
{
    private static readonly int[] Tries = [1, 5, 10];

    public static IReadOnlyList<WorkedExample> All { get; } =
        [Accuracies(), Spans(), Answers(), Translation(), Summary(), Language(), Code()];

    /// <returns>The anchor of the example that explains a metric; <c>null</c> when none does.</returns>
    public static string? AnchorOf(string metric) => All.FirstOrDefault(example => example.Metrics.Contains(metric))?.Anchor;

    private static WorkedExample Accuracies()
    {
        string[] gold = ["positive", "negative", "negative", "positive", "negative"];
        string[] predicted = ["positive", "negative", "positive", "positive", "negative"];
        var right = Accuracy.Right(predicted, gold);
        return new("accuracy", "Accuracy", ["accuracy", "error"],
            [new("Right labels", string.Join(", ", gold)), new("Predicted", string.Join(", ", predicted))],
            [new("Right predictions", Text($"{right} of {gold.Length}")), new("Accuracy", Share(Accuracy.Score(predicted, gold))),
                new("Error rate", Share(1 - Accuracy.Score(predicted, gold)))],
            "When most of the data carry one label, always giving that label scores high: look at the share of the largest class first.");
    }

    private static WorkedExample Spans()
    {
        string[] tokens = ["Ada", "Lovelace", "worked", "in", "London", "with", "Charles", "Babbage"];
        string[] gold = ["B-PER", "I-PER", "O", "O", "B-LOC", "O", "B-PER", "I-PER"];
        string[] predicted = ["B-PER", "I-PER", "O", "O", "B-LOC", "O", "B-PER", "O"];
        var score = SpanF1.Score(predicted, gold);
        return new("f1-on-spans", "F1 on spans", ["entity-f1", "precision", "recall", "f1"],
            [new("Tokens", string.Join(' ', tokens)), new("Right tags", string.Join(' ', gold)),
                new("Predicted", string.Join(' ', predicted))],
            [
                new("Right spans", Words(SpanF1.SpansOf(gold), tokens)), new("Predicted spans", Words(SpanF1.SpansOf(predicted), tokens)),
                new("Precision", Text($"{score.Hits} of {score.Found} predicted spans are right: {Share(score.Precision)}")),
                new("Recall", Text($"{score.Hits} of {score.Right} right spans are found: {Share(score.Recall)}")),
                new("F1", Share(score.F1)), new("Accuracy of the tags, for comparison", Share(Accuracy.Score(predicted, gold))),
            ],
            "“Charles” instead of “Charles Babbage” is wrong twice: "
            + "a span that is not there, and one that is missed. Accuracy of tags hardly notices.");
    }

    private static WorkedExample Answers()
    {
        const string reference = "the Analytical Engine";
        const string predicted = "Babbage's Analytical Engine";
        var overlap = AnswerMatch.Overlap(predicted, [reference]);
        return new("exact-match", "Exact match and token F1", ["em", "token-f1"],
            [new("Reference", reference), new("Answer", predicted)],
            [
                new("Reference, normalized", AnswerMatch.Normalize(reference)), new("Answer, normalized", AnswerMatch.Normalize(predicted)),
                new("Exact match", AnswerMatch.IsExact(predicted, [reference]) ? "1" : "0"),
                new("Precision", Text($"{overlap.Hits} of {overlap.Found} words of the answer: {Share(overlap.Precision)}")),
                new("Recall", Text($"{overlap.Hits} of {overlap.Right} words of the reference: {Share(overlap.Recall)}")),
                new("Token F1", Share(overlap.F1)),
            ],
            "Case, punctuation and articles do not count. Exact match is all or nothing; F1 gives credit for the words that are there.");
    }

    private static WorkedExample Translation()
    {
        const string reference = "the cat sat quietly on the old mat";
        const string candidate = "the cat sat on the old mat";
        var score = Bleu.Score([(candidate.Split(' '), [reference.Split(' ')])]);
        return new("bleu", "BLEU", ["bleu"],
            [new("Reference", reference), new("Translation", candidate)],
            [
                .. score.Precisions.Select((p, n) => new WorkedLine(
                    Text($"p{Subscript(n + 1)}, sequences of {n + 1}"), Text($"{p.Hits} of {p.All}: {Number((double)p.Hits / p.All)}"))),
                new("Brevity penalty", Text($"exp(1 − {score.Reference}/{score.Candidate}) = {Number(score.BrevityPenalty)}")),
                new("BLEU", Text($"{Number(score.Value)}, reported as {score.Value * 100:0.0}")),
            ],
            "One missing word breaks several long sequences. On single sentences BLEU is rough; "
            + "it is meant for a whole test set, summed before dividing.");
    }

    private static WorkedExample Summary()
    {
        const string reference = "council closes old bridge for repairs until may";
        const string summary = "council closes bridge until may";
        var (one, two, longest) = (Rouge.N(summary.Split(' '), reference.Split(' '), 1),
            Rouge.N(summary.Split(' '), reference.Split(' '), 2), Rouge.L(summary.Split(' '), reference.Split(' ')));
        return new("rouge", "ROUGE", ["rouge-1", "rouge-2", "rouge-l"],
            [new("Reference", reference), new("Summary", summary)],
            [Line("ROUGE-1", one), Line("ROUGE-2", two), Line("ROUGE-L", longest)],
            "All of the summary’s words are in the reference, so precision is perfect; "
            + "recall says what was left out. Papers report F1 unless they say otherwise.");

        static WorkedLine Line(string name, PrecisionRecall score) => new(
            name, Text($"precision {score.Hits}/{score.Found} = {Number(score.Precision)}, ")
                + Text($"recall {score.Hits}/{score.Right} = {Number(score.Recall)}, F1 {Number(score.F1)}"));
    }

    private static WorkedExample Language()
    {
        double[] sure = [0.5, 0.25, 0.5, 0.25];
        double[] unsure = [0.5, 0.25, 0.5, 0.01];
        return new("perplexity", "Perplexity", ["perplexity", "bpc", "cross-entropy"],
            [new("Probabilities that a model gave to the tokens that came", List(sure)), new("Another model", List(unsure))],
            [
                new("Mean negative log-likelihood", Text(
                    $"{Number(Math.Log(Perplexity.Score(sure)))} nats, or {Number(Math.Log2(Perplexity.Score(sure)))} bits a token")),
                new("Perplexity", Number(Perplexity.Score(sure))), new("Perplexity of the other", Number(Perplexity.Score(unsure))),
            ],
            "As unsure as if it chose evenly among that many tokens. "
            + "A single bad guess costs a lot, and models with other tokens cannot be compared.");

        static string List(double[] values) => string.Join(", ", values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
    }

    private static WorkedExample Code()
    {
        (int Samples, int Passed)[] problems = [(20, 4), (20, 0), (20, 15)];
        return new("pass-at-k", "pass@k", ["passk"],
            [new("Three problems, 20 samples each; samples that pass", string.Join(", ", problems.Select(p => Text($"{p.Passed}"))))],
            [.. Tries.Select(k => new WorkedLine(
                Text($"pass@{k}"),
                "mean of " + string.Join(", ", problems.Select(p => Number(PassAtK.Problem(p.Samples, p.Passed, k))))
                    + $" = {Share(PassAtK.Score(problems, k))}"))],
            "More tries always look better: compare only the same k. "
            + "Counting whether the first k samples hold a hit would give the same on average, with more noise.");
    }

    private static string Words(IReadOnlyList<Span> spans, string[] tokens) =>
        string.Join("; ", spans.Select(s => $"{string.Join(' ', tokens[s.From..(s.To + 1)])} ({s.Label})"));

    private static string Share(double value) => Text($"{value * 100:0.0} %");

    private static string Number(double value) => Text($"{value:0.000}");

    private static char Subscript(int digit) => (char)('₀' + digit);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
