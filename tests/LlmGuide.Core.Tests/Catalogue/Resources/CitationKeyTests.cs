using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Tests.Catalogue.Resources;

public sealed class CitationKeyTests
{
    [Theory]
    [InlineData("Ashish Vaswani", 2017, "Attention Is All You Need", "vaswani2017attention")]
    [InlineData("Łukasz Kaiser", 2018, "The Best of Both", "kaiser2018best")]
    [InlineData("Grant Sanderson (3Blue1Brown)", 2024, "But what is a GPT?", "sanderson2024gpt")]
    [InlineData("Aurélie Bérard", 2020, "Être", "berard2020etre")]
    [InlineData("Jens Ørsted", 2021, "Größe zählt", "orsted2021grosse")]
    [InlineData("Jürgen Schmidhuber", null, "Deep-Learning", "schmidhuberdeep")]
    public void A_key_is_family_year_and_first_telling_word(string author, int? year, string title, string expected) =>
        Assert.Equal(expected, CitationKey.Make([author], year, title, new HashSet<string>(StringComparer.Ordinal)));

    [Fact]
    public void Works_that_would_share_a_key_get_letters()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var keys = Enumerable.Range(0, 29).Select(_ => CitationKey.Make(["Ada Example"], 2020, "Scale", taken)).ToList();
        Assert.Equal(["example2020scale", "example2020scalea", "example2020scaleb"], keys.Take(3));
        Assert.Equal("example2020scaleab", keys[28]);
        Assert.Equal(29, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_key_is_given_once()
    {
        var work = Databases.GeneratedResources.Work(1);
        Assert.Throws<InvalidOperationException>(() => work.CiteAs("other"));
    }
}
