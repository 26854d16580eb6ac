using Superpower.Model;

namespace LlmGuide.Core.Search.Language;

/// <summary>
/// Tells "and", "or" and "not" that belong to the language from those of an ordinary sentence ("to be or not to be"). In capitals they are
/// operators. In lower case they are where a sentence would have no reason for what stands beside them, which is a field, a bracket or a
/// minus, and inside brackets; and only where they have something to join.
/// </summary>
internal static class Connectives
{
    private static readonly Dictionary<string, SearchToken> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = SearchToken.And,
        ["or"] = SearchToken.Or,
        ["not"] = SearchToken.Not,
    };

    public static TokenList<SearchToken> In(TokenList<SearchToken> typed)
    {
        var tokens = typed.ToArray();
        var depth = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            depth += tokens[at].Kind switch { SearchToken.Open => 1, SearchToken.Close => -1, _ => 0 };
            if (KindOf(tokens[at]) is { } kind
                && (IsInCapitals(tokens[at]) || (Joins(tokens, at, kind) && (depth > 0 || IsBesideLanguage(tokens, at)))))
            {
                tokens[at] = new Token<SearchToken>(kind, tokens[at].Span);
            }
        }

        return new TokenList<SearchToken>(tokens);
    }

    /// <returns>Those of a query that were read as words though they could join something, in lower case.</returns>
    public static IReadOnlyList<string> ReadAsWords(TokenList<SearchToken> tokens)
    {
        var all = tokens.ToArray();
        return
        [
            .. all.Index().Where(token => KindOf(token.Item) is { } kind and not SearchToken.And && Joins(all, token.Index, kind))
                .Select(token => token.Item.ToStringValue().ToLowerInvariant()).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <returns><c>null</c> for what is no such word, or is known as an operator already.</returns>
    private static SearchToken? KindOf(Token<SearchToken> token) =>
        token.Kind == SearchToken.Word && Kinds.TryGetValue(token.ToStringValue(), out var kind) ? kind : null;

    private static bool IsInCapitals(Token<SearchToken> word) => !word.ToStringValue().Any(char.IsLower);

    private static bool Joins(Token<SearchToken>[] tokens, int at, SearchToken kind) =>
        at + 1 < tokens.Length && tokens[at + 1].Kind != SearchToken.Close && KindOf(tokens[at + 1]) is null or SearchToken.Not
        && (kind == SearchToken.Not
            || (at > 0 && tokens[at - 1].Kind is SearchToken.Word or SearchToken.Quoted or SearchToken.Field or SearchToken.Close));

    /// <summary>Whatever stands between, if that is such a word too.</summary>
    private static bool IsBesideLanguage(Token<SearchToken>[] tokens, int at)
    {
        var (before, behind) = (at - 1, at + 1);
        while (before >= 0 && Kinds.ContainsKey(tokens[before].ToStringValue()))
        {
            before--;
        }

        while (behind < tokens.Length && Kinds.ContainsKey(tokens[behind].ToStringValue()))
        {
            behind++;
        }

        return (before >= 0 && tokens[before].Kind is SearchToken.Field or SearchToken.Close)
            || (behind < tokens.Length && tokens[behind].Kind is SearchToken.Field or SearchToken.Open or SearchToken.Minus);
    }
}
