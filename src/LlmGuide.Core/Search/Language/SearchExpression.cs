using LlmGuide.Core.Text;

using Superpower.Model;

namespace LlmGuide.Core.Search.Language;

/// <summary>
/// What a reader typed, read (the page /search/help has the language). No text is an error: what cannot be read is left out, and said.
/// </summary>
/// <param name="Root">What is asked for; <c>null</c> for nothing.</param>
/// <param name="Problems">What could not be read, each a sentence for the reader.</param>
public sealed record SearchExpression(SearchNode? Root, IReadOnlyList<string> Problems)
{
    /// <summary>The longest text that is read; longer ones are cut at this length.</summary>
    public const int MaxLength = 1_000;

    private const int MostWords = 32;
    private const int MostFields = 8;
    private const int MostBrackets = 40;

    /// <summary>Which of "or" and "not" in lower case were read as words, since nothing around them is of the language.</summary>
    public IReadOnlyList<string> ReadAsWords { get; private init; } = [];

    /// <summary>Whether nothing but words was asked for, all of them.</summary>
    public bool IsPlain => Root is null or SearchTerm || (Root is SearchAll all && all.Parts.All(part => part is SearchTerm));

    public bool IsEmpty => Root is null;

    /// <summary>How it was understood, as a query.</summary>
    public string Understood => Root?.ToString() ?? "";

    public static SearchExpression Parse(string? text)
    {
        var problems = new List<string>();
        if (text is { Length: > MaxLength })
        {
            problems.Add($"The query is longer than {MaxLength:N0} characters: only the first {MaxLength:N0} were read.");
            text = text[..MaxLength];
        }

        var tokens = SearchTokens.Of(CleanText.Composed(text ?? ""));
        var root = Read(tokens, problems);
        root = root is null ? null : Limited(SearchFields.Readable(root, problems), problems);
        return new SearchExpression(root, problems) { ReadAsWords = Connectives.ReadAsWords(tokens) };
    }

    private static SearchNode? Read(TokenList<SearchToken> tokens, List<string> problems)
    {
        if (!tokens.Any())
        {
            return null;
        }

        if (BracketProblem(tokens) is { } brackets)
        {
            problems.Add(brackets);
            return SearchGrammar.Loosely(tokens);
        }

        var read = SearchGrammar.Read(tokens);
        if (!read.HasValue)
        {
            var rest = read.Remainder.Any() ? read.Remainder.First() : tokens.Last();
            problems.Add($"Near “{rest.ToStringValue()}” a word is missing: AND, OR, NOT and the minus need one behind them.");
            return SearchGrammar.Loosely(tokens);
        }

        return read.Value;
    }

    private static string? BracketProblem(TokenList<SearchToken> tokens)
    {
        var (open, all) = (0, 0);
        foreach (var token in tokens)
        {
            var change = token.Kind switch { SearchToken.Open => 1, SearchToken.Close => -1, _ => 0 };
            open += change;
            all += Math.Abs(change);
            if (open < 0)
            {
                return "A bracket is closed that was not opened: the brackets were left out.";
            }
        }

        return all > MostBrackets ? $"There are more than {MostBrackets} brackets: they were left out."
            : open > 0 ? "A bracket is not closed: the brackets were left out."
            : null;
    }

    /// <summary>A field is a condition over several tables: many of them take a database seconds to think about.</summary>
    private static SearchNode? Limited(SearchNode? root, List<string> problems)
    {
        var (words, fields) = (0, 0);
        var limited = root?.WithLeaves(
            leaf => (leaf is SearchFilter ? ++fields > MostFields : ++words > MostWords) ? null : leaf);
        if (words > MostWords)
        {
            problems.Add($"The query has more than {MostWords} words: only the first {MostWords} were looked for.");
        }

        if (fields > MostFields)
        {
            problems.Add($"The query has more than {MostFields} fields: only the first {MostFields} were read.");
        }

        return limited;
    }
}
