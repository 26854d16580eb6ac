using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Tests.Search;

public sealed class SearchExpressionTests
{
    [Theory]
    [InlineData("attention transformer", "attention transformer")]
    [InlineData("GPT-3 models", "GPT-3 models")]
    [InlineData("attention AND (transformer or rnn)", "attention (transformer OR rnn)")]
    [InlineData("a OR b AND c OR d", "a OR b c OR d")]
    [InlineData("-bert", "-bert")]
    [InlineData("gpt not (bert or t5)", "gpt -(bert OR t5)")]
    [InlineData("NOT NOT bert", "bert")]
    [InlineData("type:topic or type:task and not year:2020", "type:topic OR type:task -year:2020")]
    [InlineData("why not", "why not")]
    [InlineData("to be or not to be", "to be or not to be")]
    [InlineData("attention is not explanation", "attention is not explanation")]
    [InlineData("bert and", "bert and")]
    [InlineData("or bert", "or bert")]
    [InlineData("lora or qlora by:hu", "lora or qlora by:hu")]
    [InlineData("LLMs (and how to train them)", "LLMs and how to train them")]
    [InlineData("BERT模型", "BERT 模型")]
    [InlineData("\"in context\" learning", "\"in context\" learning")]
    [InlineData("“in context", "\"in context\"")]
    [InlineData("type:paper year:2020..2024 bert", "type:paper year:2020..2024 bert")]
    [InlineData("BY:\"Sebastian Ruder\"", "by:\"Sebastian Ruder\"")]
    [InlineData("C++ A* quant*", "C++ A* quant*")]
    [InlineData("foo:bar (x, y); z", "foo bar x y z")]
    [InlineData("Łukasz naïve 注意", "Łukasz naïve 注意")]
    [InlineData("nai\u0308ve \u304B\u3099", "na\u00EFve \u304C")]
    [InlineData("  \t ,;!? ", "")]
    [InlineData("topic: transformer type: \"paper\"", "topic:transformer type:paper")]
    [InlineData("a\0b c \u202Ed", "ab c d")]
    public void What_was_typed_is_understood_as(string text, string understood)
    {
        var expression = SearchExpression.Parse(text);
        Assert.Equal(understood, expression.Understood);
        Assert.Empty(expression.Problems);
    }

    [Theory]
    [InlineData("(bert", "bert", "bracket")]
    [InlineData("bert)", "bert", "bracket")]
    [InlineData("bert AND", "bert", "AND")]
    [InlineData("OR bert", "bert", "OR")]
    [InlineData("bert ()", "bert", "missing")]
    [InlineData("type:papr bert", "bert", "type:papr")]
    [InlineData("year:20x4 bert", "bert", "year:2024..")]
    [InlineData("level:hard or bert", "bert", "advanced")]
    [InlineData("essential:maybe", "", "yes, no")]
    [InlineData("topic:", "", "a value has to follow")]
    [InlineData("bert by:\"\"", "bert", "a value has to follow")]
    [InlineData("year:2024..2020 bert", "bert", "ends before it begins")]
    [InlineData("AND OR NOT", "", "a word is missing")]
    public void What_cannot_be_read_is_said_and_the_rest_searched(string text, string understood, string said)
    {
        var expression = SearchExpression.Parse(text);
        Assert.Equal(understood, expression.Understood);
        Assert.Contains(said, Assert.Single(expression.Problems));
    }

    [Fact]
    public void Five_hundred_brackets_and_ten_kilobytes_are_explained()
    {
        Assert.Contains("brackets", Assert.Single(SearchExpression.Parse(new string('(', 250) + "a" + new string(')', 250)).Problems));
        var long_ = SearchExpression.Parse(string.Concat(Enumerable.Repeat("word ", 2_048)));
        Assert.Contains("1,000 characters", long_.Problems[0]);
        Assert.Contains("32 words", long_.Problems[1]);
    }

    [Theory]
    [InlineData("attention is not explanation", "not")]
    [InlineData("to be or not to be", "or not")]
    [InlineData("fast and cheap", "")]
    [InlineData("lora or (qlora or dora)", "")]
    [InlineData("bert NOT roberta", "")]
    [InlineData("why not", "")]
    public void Who_may_have_meant_an_operator_is_told(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchExpression.Parse(text).ReadAsWords));

    [Fact]
    public void Nothing_is_empty() => Assert.True(SearchExpression.Parse(null).IsEmpty);

    [Theory]
    [InlineData("how do I fine-tune a model", "fine-tune model")]
    [InlineData("what is the", "what is the")]
    [InlineData("attention is not explanation", "attention explanation")]
    [InlineData("\"the who\"", "\"the who\"")]
    public void Question_words_fall_away_beside_others(string text, string left) =>
        Assert.Equal(left, QuestionWords.Dropped(SearchExpression.Parse(text).Root!).ToString());
}
