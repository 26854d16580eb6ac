namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>A labelled stretch of tokens.</summary>
/// <param name="Label">Its type, such as PER.</param>
/// <param name="From">Its first token, counted from 0.</param>
/// <param name="To">Its last token.</param>
public sealed record Span(string Label, int From, int To);

/// <summary>
/// F1 on spans, as the CoNLL-2003 shared task scores entities (Tjong Kim Sang and De Meulder, 2003,
/// https://aclanthology.org/W03-0419/): a span is right only when its type, its beginning and its end are.
/// </summary>
public static class SpanF1
{
    public static PrecisionRecall Score(IReadOnlyList<string> predicted, IReadOnlyList<string> gold) =>
        PrecisionRecall.OfBags(SpansOf(predicted), SpansOf(gold));

    /// <summary>The spans that B-, I- and O tags mark. An I- tag after another type, or after O, begins a span, as in conlleval.</summary>
    public static IReadOnlyList<Span> SpansOf(IReadOnlyList<string> tags)
    {
        var spans = new List<Span>();
        for (var i = 0; i < tags.Count; i++)
        {
            if (Label(tags[i]) is not { } label)
            {
                continue;
            }

            if (tags[i].StartsWith("I-", StringComparison.Ordinal) && spans is [.., var last] && last.To == i - 1 && last.Label == label)
            {
                spans[^1] = last with { To = i };
            }
            else
            {
                spans.Add(new Span(label, i, i));
            }
        }

        return spans;
    }

    private static string? Label(string tag) => tag.Length > 2 && tag[1] == '-' ? tag[2..] : null;
}
