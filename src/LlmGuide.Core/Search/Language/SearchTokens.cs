using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

using System.Text.RegularExpressions;

namespace LlmGuide.Core.Search.Language;

/// <summary>Takes a query apart. Every text can be: what is nothing else is a word.</summary>
internal static class SearchTokens
{
    private static readonly string Fields = string.Join('|', Enum.GetNames<SearchField>());

    private static readonly Tokenizer<SearchToken> Tokenizer = new TokenizerBuilder<SearchToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Character.EqualTo('('), SearchToken.Open)
        .Match(Character.EqualTo(')'), SearchToken.Close)
        .Match(Span.Regex("[\"“”„][^\"“”„]*[\"“”„]?"), SearchToken.Quoted)
        .Match(Span.Regex($"(?:{Fields}):\\s*(?:\"[^\"]*\"?|[^\\s()\"]*)", RegexOptions.IgnoreCase), SearchToken.Field)
        .Match(Span.Regex("[-−](?=[^\\s\\-)])"), SearchToken.Minus)
        .Match(Span.Regex("[^\\s()\"“”„]+"), SearchToken.Word)
        .Build();

    public static TokenList<SearchToken> Of(string text) => Connectives.In(Tokenizer.Tokenize(text));
}
