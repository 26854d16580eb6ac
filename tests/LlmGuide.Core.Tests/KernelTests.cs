using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Tests;

public sealed class KernelTests
{
    [Theory]
    [InlineData("gpt-3", true)]
    [InlineData("t5", true)]
    [InlineData("in-context-learning", true)]
    [InlineData("", false)]
    [InlineData("GPT", false)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("a b", false)]
    [InlineData("ä", false)]
    [InlineData("a\u200Bb", false)]
    [InlineData("a\n", false)]
    public void A_slug_is_lower_case_words_joined_by_hyphens(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    [Fact]
    public void A_slug_has_at_most_a_hundred_characters()
    {
        Assert.True(Slug.IsValid(new string('a', 100)));
        Assert.False(Slug.IsValid(new string('a', 101)));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    [InlineData(1_000_000_000_000, 8)]
    public void A_page_that_does_not_exist_becomes_the_nearest_that_does(long asked, int given) =>
        Assert.Equal(given, PageNumber.Clamp(asked, 180, 25));

    [Fact]
    public void An_empty_list_has_one_page() => Assert.Equal(1, PageNumber.Clamp(5, 0, 25));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("50", 50)]
    [InlineData("-1", null)]
    [InlineData("x", null)]
    [InlineData("99999999999", null)]
    public void A_cursor_is_a_whole_number(string? text, int? key) => Assert.Equal(key, Cursor.Parse(text));

    [Theory]
    [InlineData("paper", ResourceKind.Paper)]
    [InlineData("Dataset", ResourceKind.Dataset)]
    [InlineData("0", null)]
    [InlineData("paper,video", null)]
    [InlineData("foo", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_is_a_name_and_not_a_number(string? name, ResourceKind? kind) => Assert.Equal(kind, Names.Parse<ResourceKind>(name));

    [Theory]
    [InlineData("The *score* $qk$ of a `head`", "The score qk of a head")]
    [InlineData(
        "Training with $100K and A* search over *args, at $5 an hour.", "Training with $100K and A* search over *args, at $5 an hour.")]
    [InlineData("A* and B*, 2 * 3 * 4, C*-algebras", "A* and B*, 2 * 3 * 4, C*-algebras")]
    [InlineData("**bold**, *em*, ***both***, _so_, snake_case_name", "bold, em, both, so, snake_case_name")]
    [InlineData("from $5 to $10, US$3, $5-$6", "from $5 to $10, US$3, $5-$6")]
    [InlineData("costs $5, and $x^2$ is a formula, ($y$)", "costs $5, and x^2 is a formula, (y)")]
    [InlineData("\\$5 and \\*stars\\*", "$5 and *stars*")]
    [InlineData("see [the *paper*](https://example.org/a) and ![x](y)", "see the paper and ![x](y)")]
    [InlineData("`$HOME` and `*p`", "$HOME and *p")]
    [InlineData("~~gone~~, ~5 ~ 6, a~~b", "gone, ~5 ~ 6, a~~b")]
    [InlineData("", "")]
    public void Plain_text_loses_the_marks_of_Markdown_and_no_other_sign(string markdown, string plain) =>
        Assert.Equal(plain, PlainText.Of(markdown));

    [Theory]
    [InlineData("*")]
    [InlineData("* a")]
    [InlineData("$")]
    [InlineData("$a")]
    [InlineData("`a")]
    [InlineData("[a](")]
    [InlineData("_a")]
    [InlineData("~~a")]
    public void Plain_text_costs_what_its_length_is(string pattern) => Growth.IsLinear(
        times => string.Concat(Enumerable.Repeat(pattern, times)), 20_000 / pattern.Length, text => PlainText.Of(text), 300);
}
