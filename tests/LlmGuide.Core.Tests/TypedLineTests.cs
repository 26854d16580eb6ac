namespace LlmGuide.Core.Tests;

public sealed class TypedLineTests
{
    [Theory]
    [InlineData("  A   title\twith\nspaces ", "A title with spaces")]
    [InlineData("מאמר על שפה", "מאמר על שפה")]
    [InlineData("نیم\u200Cفاصله", "نیم\u200Cفاصله")]
    [InlineData("Cafe\u0301, Ångstro\u0308m", "Caf\u00E9, \u00C5ngstr\u00F6m")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData(null, "")]
    public void A_line_is_kept_without_what_stands_around_it(string? typed, string line) =>
        Assert.Equal(line, TypedLine.Read(typed, 100, "title").Value);

    [Theory]
    [InlineData("\u202Eevil", "U+202E")]
    [InlineData("a\u2066b\u2069", "U+2066")]
    [InlineData("a\u200Bb", "U+200B")]
    [InlineData("\uFEFFa", "U+FEFF")]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u001Bb", "U+001B")]
    [InlineData("a\uD800b", "U+FFFD")]
    public void What_cannot_be_seen_is_refused_and_named(string typed, string named)
    {
        var refusal = TypedLine.Read(typed, 100, "title").Refusal;
        Assert.Contains(named, refusal!.Why, StringComparison.Ordinal);
        Assert.Equal("title", refusal.Field);
    }

    [Fact]
    public void What_is_too_long_is_refused_with_both_numbers() =>
        Assert.Equal("At most 300 characters, please; this has 5,000.", TypedLine.Read(new string('a', 5_000), 300, "title").Refusal!.Why);

    [Theory]
    [InlineData("Attention Is All You Need", "attention-is-all-you-need")]
    [InlineData("GPT-4’s report — 2nd edition", "gpt-4s-report-2nd-edition")]
    [InlineData("論文", "")]
    [InlineData("Naïve Bayes und Ähnlichkeit", "naive-bayes-und-ahnlichkeit")]
    [InlineData("Nai\u0308ve Bayes und A\u0308hnlichkeit", "naive-bayes-und-ahnlichkeit")]
    [InlineData("Łukasz, Øystein & Æsa: Straße İstanbul", "lukasz-oystein-aesa-strasse-istanbul")]
    [InlineData("Đặng Thị: Tiếng Việt", "dang-thi-tieng-viet")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ ﬁne-tuning of BERT™, E=mc², H₂O", "full-width-fine-tuning-of-bert-e-mc2-h2o")]
    public void A_title_suggests_a_slug(string title, string slug)
    {
        Assert.Equal(slug, Slug.Of(title));
        Assert.True(slug.Length == 0 || Slug.IsValid(slug));
    }

    [Fact]
    public void Half_of_a_pair_in_a_title_is_passed_over() => Assert.Equal("half-of-a-pair", Slug.Of("Half \uD83D of a pair"));
}
