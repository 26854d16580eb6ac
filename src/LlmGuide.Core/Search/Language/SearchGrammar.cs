using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace LlmGuide.Core.Search.Language;

/// <summary>
/// How the parts of a query belong together: "or" binds least, then "and", which may be left out, then "not" and the minus; brackets
/// bind most.
/// </summary>
internal static class SearchGrammar
{
    private static readonly TokenListParser<SearchToken, SearchNode?> Leaf =
        Token.EqualTo(SearchToken.Word).Select(word => SearchLeaves.Word(word.ToStringValue()))
            .Or(Token.EqualTo(SearchToken.Quoted).Select(quoted => SearchLeaves.Quoted(quoted.ToStringValue())))
            .Or(Token.EqualTo(SearchToken.Field).Select(field => SearchLeaves.Field(field.ToStringValue())));

    private static readonly TokenListParser<SearchToken, SearchNode?> Group =
        from open in Token.EqualTo(SearchToken.Open)
        from inside in Parse.Ref(() => Whole!)
        from close in Token.EqualTo(SearchToken.Close)
        select inside;

    private static readonly TokenListParser<SearchToken, SearchNode?> Unary =
        Token.EqualTo(SearchToken.Minus).Or(Token.EqualTo(SearchToken.Not)).IgnoreThen(Parse.Ref(() => Unary!)).Select(Not)
            .Or(Group).Or(Leaf);

    private static readonly TokenListParser<SearchToken, SearchNode?> All =
        from first in Unary
        from rest in (from and in Token.EqualTo(SearchToken.And).OptionalOrDefault() from next in Unary select next).Try().Many()
        select SearchNode.All([first, .. rest]);

    private static readonly TokenListParser<SearchToken, SearchNode?> Whole =
        from first in All
        from rest in (from or in Token.EqualTo(SearchToken.Or) from next in All select next).Many()
        select SearchNode.Any([first, .. rest]);

    public static TokenListParserResult<SearchToken, SearchNode?> Read(TokenList<SearchToken> tokens) => Whole.AtEnd().TryParse(tokens);

    /// <summary>What can be made out of one that does not hold together: all its words and fields.</summary>
    public static SearchNode? Loosely(TokenList<SearchToken> tokens) => SearchNode.All(tokens.Select(token =>
        token.Kind switch
        {
            SearchToken.Word => SearchLeaves.Word(token.ToStringValue()),
            SearchToken.Quoted => SearchLeaves.Quoted(token.ToStringValue()),
            SearchToken.Field => SearchLeaves.Field(token.ToStringValue()),
            _ => null,
        }));

    private static SearchNode? Not(SearchNode? part) => part switch
    {
        null => null,
        SearchNot twice => twice.Part,
        _ => new SearchNot(part),
    };
}
