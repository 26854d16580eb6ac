using System.Globalization;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>
/// BibTeX keys in the usual form: family name of the first author, year, first telling word of the title, in lower-case
/// ASCII, such as <c>vaswani2017attention</c>. Google Scholar makes them the same way.
/// </summary>
public static class CitationKey
{
    private static readonly HashSet<string> Passed =
        new(StringComparer.Ordinal) { "a", "an", "and", "the", "on", "of", "in", "to", "for", "is", "are", "what", "how", "but" };

    /// <summary>Makes a key that <paramref name="taken"/> does not hold, and adds it there: a clash gets <c>a</c>, <c>b</c>, …</summary>
    /// <param name="authors">Full names; the last word of the first is taken for the family name.</param>
    /// <param name="year">Left out of the key when unknown.</param>
    /// <param name="title">The title of the work.</param>
    public static string Make(IReadOnlyList<string> authors, int? year, string title, ISet<string> taken)
    {
        var family = Letters(authors.Count == 0 ? "anonymous" : authors[0].Split('(')[0].TrimEnd().Split(' ')[^1]);
        var word = title.Split([' ', '-', ':', '/'], StringSplitOptions.RemoveEmptyEntries).Select(Letters)
            .FirstOrDefault(w => w.Length > 0 && !Passed.Contains(w)) ?? "";
        var plain = string.Create(CultureInfo.InvariantCulture, $"{family}{year}{word}");
        var key = plain;
        for (var next = 0; !taken.Add(key); next++)
        {
            key = plain + Suffix(next);
        }

        return key;
    }

    private static string Suffix(int number) =>
        (number >= 26 ? Suffix((number / 26) - 1) : "") + (char)('a' + (number % 26));

    private static string Letters(string text) =>
        string.Concat(LatinLetters.Fold(text).Where(char.IsAsciiLetterOrDigit));
}
