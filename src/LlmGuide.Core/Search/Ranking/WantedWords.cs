using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Ranking;

/// <summary>The terms of a query as they are compared with a text that matched: which of its words each of them meant.</summary>
internal sealed class WantedWords
{
    /// <summary>Of a word that is typed nearly to its end.</summary>
    private const double ByBeginning = 0.8;

    private readonly List<Wanted> _all;

    public WantedWords(IEnumerable<SearchTerm> terms)
    {
        _all = [.. terms.DistinctBy(term => term.Text).Select(term => new Wanted(FoldedWords.Of(term.Text), !term.Quoted))];
    }

    public int Count => _all.Count;

    /// <summary>How well each term is said in a text: 1 for the very word, less for its beginning (the more is missing, the less), 0
    /// for nothing of it.</summary>
    public double[] In(IReadOnlyList<string> words)
    {
        var found = new double[_all.Count];
        for (var at = 0; at < words.Count; at++)
        {
            for (var term = 0; term < found.Length; term++)
            {
                found[term] = Math.Max(found[term], _all[term].At(words, at).Value);
            }
        }

        return found;
    }

    /// <summary>Which words of a text are meant by a term, each with the number of that term.</summary>
    public IEnumerable<(int At, int Length, int Term)> Places(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            for (var term = 0; term < _all.Count; term++)
            {
                if (_all[term].At(words, at) is { Length: > 0 } found)
                {
                    yield return (at, found.Length, term);
                }
            }
        }
    }

    private sealed class Wanted(IReadOnlyList<string> words, bool loosely)
    {
        private readonly string _joined = string.Concat(words);
        private readonly string[] _stems = [.. words.Select(FoldedWords.Stem)];

        /// <returns>How well the term is said from there on, and in how many words.</returns>
        public (double Value, int Length) At(IReadOnlyList<string> text, int at)
        {
            if (SaidBy(text, at))
            {
                return (1, words.Count);
            }

            if (!loosely)
            {
                return (0, 0);
            }

            // Joined here, apart there; or the other way round.
            var joined = "";
            for (var length = 1; length <= 4 && at + length <= text.Count && joined.Length < _joined.Length; length++)
            {
                joined += text[at + length - 1];
                if (joined == _joined || (joined.Length > 5 && FoldedWords.Stem(joined) == FoldedWords.Stem(_joined)))
                {
                    return (1, length);
                }
            }

            return words.Count == 1 && _joined.Length >= TermPatterns.ShortestBeginning
                && text[at].StartsWith(_joined, StringComparison.Ordinal)
                ? (ByBeginning * Math.Sqrt((double)_joined.Length / text[at].Length), 1) : (0, 0);
        }

        private bool SaidBy(IReadOnlyList<string> text, int at)
        {
            if (at + words.Count > text.Count)
            {
                return false;
            }

            for (var next = 0; next < words.Count; next++)
            {
                if (text[at + next] != words[next] && FoldedWords.Stem(text[at + next]) != _stems[next])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
