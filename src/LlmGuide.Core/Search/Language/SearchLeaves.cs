using LlmGuide.Core.Search.Index;

using System.Text.RegularExpressions;

namespace LlmGuide.Core.Search.Language;

/// <summary>
/// The leaves of a query. A word is a run of letters and digits, joined perhaps by hyphens or dots (<c>GPT-3</c>, <c>1706.03762</c>), with
/// the signs that end a name (<c>C++</c>, <c>A*</c>). Whatever else stands around words only separates them, and so does a change between
/// a script without spaces and another (<c>BERT模型</c>).
/// </summary>
internal static partial class SearchLeaves
{
    /// <summary>Of scripts with spaces.</summary>
    private const string Letters = $@"[\p{{L}}\p{{N}}\p{{M}}-[{PlainLetters.AloneRanges}]]";

    /// <returns>The words of it, which must all be there; <c>null</c> where there are none.</returns>
    public static SearchNode? Word(string typed) => SearchNode.All(Shape().Matches(typed).Select(Term));

    /// <returns>One term for all that is in the quotes.</returns>
    public static SearchNode? Quoted(string typed) =>
        typed.Trim('"', '“', '”', '„').Trim() is { Length: > 0 } text && Shape().IsMatch(text)
            ? new SearchTerm(text, Quoted: true) : null;

    /// <returns>The field, whether its value can be read or not; without a value it is an empty text.</returns>
    public static SearchNode? Field(string typed)
    {
        var at = typed.IndexOf(':', StringComparison.Ordinal);
        var value = typed[(at + 1)..].Trim().Trim('"').Trim().TrimEnd(',', ';');
        return new SearchFilter(Names.Parse<SearchField>(typed[..at])!.Value, value);
    }

    /// <summary>A star ends the name of one letter (<c>A*</c>); after more it stands for the rest of the word.</summary>
    private static SearchTerm Term(Match found)
    {
        var text = found.Value;
        var begun = text.Length > 2 && text.EndsWith('*');
        return new SearchTerm(begun ? text.TrimEnd('*') : text, Begun: begun);
    }

    [GeneratedRegex(
        $"[{PlainLetters.AloneRanges}]+|{Letters}+(?:[-./_'’‐‑–]{Letters}+)*(?:[+#]{{1,3}}|\\*)?", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
