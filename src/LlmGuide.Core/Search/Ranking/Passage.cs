using System.Text;
using System.Text.RegularExpressions;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Search.Ranking;

/// <summary>A text with the words marked that were looked for: all of it, or the part that says most of them.</summary>
internal static partial class Passage
{
    /// <summary>So many words of a text are shown, and so many of a long one are looked at.</summary>
    private const int Shown = 40;
    private const int Looked = 4_000;
    private const int Before = 8;

    public static string Marked(string text, WantedWords wanted) => Part(text, wanted, int.MaxValue);

    /// <param name="markdown">Its marks are left out.</param>
    public static string Of(string markdown, WantedWords wanted) =>
        Part(Blanks().Replace(PlainText.Of(markdown), " ").Trim(), wanted, Shown);

    private static string Part(string text, WantedWords wanted, int shown)
    {
        var spans = Word().Matches(text).Take(Looked).Select(match => (match.Index, match.Length)).ToList();
        var (words, owner) = Folded(text, spans);
        var marked = new int[spans.Count];
        foreach (var (at, length, term) in wanted.Places(words))
        {
            for (var next = at; next < at + length; next++)
            {
                marked[owner[next]] = term + 1;
            }
        }

        var from = spans.Count <= shown ? 0 : Best(marked, shown);
        return Written(text, spans, marked, from, Math.Min(spans.Count, shown == int.MaxValue ? spans.Count : from + shown));
    }

    /// <summary>Folding may make several words of one.</summary>
    private static (List<string> Words, List<int> Owner) Folded(string text, List<(int Index, int Length)> spans)
    {
        var (words, owner) = (new List<string>(), new List<int>());
        foreach (var (number, span) in spans.Index())
        {
            foreach (var word in FoldedWords.Of(text.Substring(span.Index, span.Length)))
            {
                words.Add(word);
                owner.Add(number);
            }
        }

        return (words, owner);
    }

    /// <returns>Where the part begins that has the most different terms.</returns>
    private static int Best(int[] marked, int shown)
    {
        var (best, at) = (0, 0);
        for (var from = 0; from < marked.Length; from++)
        {
            if (marked[from] == 0)
            {
                continue;
            }

            var terms = marked.Skip(from).Take(shown - Before).Where(term => term > 0).Distinct().Count();
            (best, at) = terms > best ? (terms, from) : (best, at);
        }

        return Math.Max(0, Math.Min(at - Before, marked.Length - shown));
    }

    private static string Written(string text, List<(int Index, int Length)> spans, int[] marked, int from, int to)
    {
        var written = new StringBuilder(from > 0 ? "…" : "");
        var at = from == 0 ? 0 : spans[from].Index;
        for (var number = from; number < to; number++)
        {
            var (index, length) = spans[number];
            written.Append(text, at, index - at);
            at = index + length;
            var word = text.AsSpan(index, length);
            if (marked[number] > 0)
            {
                written.Append(TextMatch.MarkStart).Append(word).Append(TextMatch.MarkEnd);
            }
            else
            {
                written.Append(word);
            }
        }

        return to < spans.Count ? written.Append('…').ToString() : written.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(
        @"[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]|[\p{L}\p{N}\p{M}-[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]]+",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
