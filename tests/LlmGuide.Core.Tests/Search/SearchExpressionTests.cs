using LlmGuide.Core.Search;

namespace LlmGuide.Core.Tests.Search;

public sealed class SearchExpressionTests
{
    [Theory]
    [InlineData("T5", "T5")]
    [InlineData("GPT-3 models", "GPT 3|models")]
    [InlineData("1706.03762", "1706 03762")]
    [InlineData("\"attention\" AND (NOT *)", "attention|AND|NOT")]
    [InlineData("'; DROP TABLE Topics --", "DROP|TABLE|Topics")]
    [InlineData("Łukasz naïve 注意", "Łukasz|naïve|注意")]
    [InlineData("nai\u0308ve \u304B\u3099", "na\u00EFve|\u304C")]
    [InlineData("  \t ,;!? ", "")]
    public void What_was_typed_becomes_words_and_phrases(string text, string words) =>
        Assert.Equal(words, string.Join('|', SearchExpression.Parse(text).Words));

    [Fact]
    public void Ten_kilobytes_are_cut_to_a_few_words()
    {
        var expression = SearchExpression.Parse(string.Concat(Enumerable.Repeat("word ", 2_048)));
        Assert.InRange(expression.Words.Count, 1, 16);
    }

    [Fact]
    public void Nothing_is_empty() => Assert.True(SearchExpression.Parse(null).IsEmpty);

    [Fact]
    public void Words_make_the_slug_that_was_meant() =>
        Assert.Equal("in-context-learning", SearchExpression.Parse("In-context learning").AsSlug);
}
