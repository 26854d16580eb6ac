using System.Globalization;
using System.Text;

using CsCheck;

using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;

namespace LlmGuide.Core.Tests.Lookup;

/// <summary>What other servers send is read in time and memory that go with its length, whatever it is made of.</summary>
public sealed class HostileAnswerTests
{
    /// <summary>Bytes for each character: what is kept of a page and of an answer, and the garbage on the way.</summary>
    private const int Budget = 100;

    private static readonly string[] OfPages =
    [
        "<ul><li>", "<b>", "</b>", "<b><i>", "<table><tr><td>", "<p>", "</p>", "<a>", "<div>", "<font size=1>", "<select><option>",
        "<svg><g>", "</svg>", "<svg><title>", "<br>",
        " | ", "&#8217;", "<link rel=canonical href=x>", "<math><mi>", "<template>",
        "<article>", "</article>", "<nav>", "<h1>", "</h1>", "<meta name=x content=y>",
        "<meta name=citation_author content='A, B'>", "<script>", "</script>", "<script type='application/ld+json'>{\"a\":[", "<title>",
        "<!--", "-->", "<![CDATA[", "&amp;", "&notanentity", "&#x1F600;", "&", "<", ">", "\"", "'", "=", " a=b", "a ", "word", "\0", "\n",
        "<x a='", "é", "\uD83D\uDE00",
    ];

    public static TheoryData<string> Patterns =>
    [
        .. OfPages, "<ul><li><table><b>", "<form><div></form>", "<a b=c", "<meta itemprop=duration content=PT1H>",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_page_of_one_pattern_costs_what_its_length_is(string pattern) =>
        Growth.IsLinear(times => Repeat(pattern, times), 60_000 / pattern.Length, ReadPage, Budget);

    /// <summary>The pages of an attack: 270 kB of lists inside one another, and 60,000 open elements; six held two processors.</summary>
    [Theory]
    [InlineData("<ul><li>", 30_000)]
    [InlineData("<b>", 60_000)]
    public void A_page_that_was_an_attack_costs_what_its_length_is(string pattern, int times) =>
        Growth.IsLinear(count => Repeat(pattern, count), times / 4, ReadPage, Budget);

    [Fact]
    public void A_page_of_many_attributes_costs_what_its_length_is() =>
        Growth.IsLinear(times => $"<p{Repeat(" a{0}=b", times, numbered: true)}>", 6_000, ReadPage, Budget);

    [Fact]
    public void Whatever_a_page_is_made_of_it_costs_what_its_length_is() =>
        Gen.Int[0, OfPages.Length - 1].Select(index => OfPages[index]).Array[1, 8].Sample(
            parts => Growth.IsLinear(
                times => Repeat(string.Concat(parts), times), 40_000 / parts.Sum(part => part.Length), ReadPage, Budget),
            seed: "0000KOIso3b0",
            iter: 25,
            threads: 1);

    [Fact]
    public void Reading_a_page_ends_when_its_asker_has_left()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        Assert.Throws<OperationCanceledException>(() => PageScan.Read("<p>", left.Token));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"message\":{\"author\":[")]
    [InlineData("[],")]
    [InlineData("\"\\u0061\",")]
    [InlineData("1,")]
    [InlineData("{\"family\":\"A\"},")]
    [InlineData("/**/")]
    public void Json_of_one_pattern_costs_what_its_length_is(string pattern) => Growth.IsLinear(
        times => "{\"message\":{\"title\":[\"x\"],\"author\":[" + Repeat(pattern, times) + "1]}}",
        60_000 / pattern.Length,
        text => CrossrefFacts.Read(Answer(text)),
        Budget);

    [Theory]
    [InlineData("<i>")]
    [InlineData("&lt;")]
    [InlineData("<")]
    [InlineData("&amp;amp;")]
    [InlineData("<mml:math>")]
    [InlineData("<tex-math>")]
    [InlineData("</sub>")]
    [InlineData(" | ")]
    [InlineData(" and ")]
    [InlineData("a, ")]
    [InlineData("a; ")]
    [InlineData("< ")]
    public void Marks_in_json_cost_what_their_length_is(string pattern) => Growth.IsLinear(
        times => "{\"message\":{\"title\":[\"" + Repeat(pattern, times) + "\"],\"abstract\":\"" + Repeat(pattern, times)
            + "\",\"author\":[{\"name\":\"" + Repeat(pattern, times) + "\"}]}}",
        60_000 / pattern.Length,
        text => CrossrefFacts.Read(Answer(text)),
        Budget);

    [Theory]
    [InlineData("<a>", "")]
    [InlineData("<a/>", "")]
    [InlineData("<author><name>A B</name></author>", "")]
    [InlineData("<a xmlns='b'>", "")]
    [InlineData("&amp;", "")]
    [InlineData("<![CDATA[x]]>", "")]
    [InlineData("<?a b?>", "")]
    [InlineData("<a xmlns:b='c'/>", "")]
    [InlineData("", " a{0}='b'")]
    [InlineData("", " xmlns:a{0}='b'")]
    public void Xml_of_one_pattern_costs_what_its_length_is(string pattern, string attribute) => Growth.IsLinear(
        times => $"<feed xmlns='http://www.w3.org/2005/Atom'><entry{Repeat(attribute, times, numbered: true)}>{Repeat(pattern, times)}",
        60_000 / Math.Max(pattern.Length, attribute.Length + 4),
        text => ArxivFacts.Read(Answer(text), "1810.04805", CancellationToken.None),
        Budget);

    /// <summary>A group with many names took each rule once for every name: 500 kB became billions of rules.</summary>
    [Theory]
    [InlineData("user-agent: *\n", "disallow: /a\n")]
    [InlineData("user-agent: LlmGuide\n", "allow: /*a*b$\n")]
    [InlineData("", "disallow: /************************a\n")]
    [InlineData("", ":\n")]
    public void Rules_for_robots_cost_what_their_length_is(string name, string rule) => Growth.IsLinear(
        times => Repeat(name, times) + Repeat(rule, times),
        60_000 / (name.Length + rule.Length),
        text => RobotsRules.Parse(text, "LlmGuide").Allow(new Uri("https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaa")),
        Budget);

    private static void ReadPage(string html) =>
        PageFacts.Read(PageText.Scan(Answer(html), CancellationToken.None), "https://example.org/page");

    private static LookupResponse Answer(string text) =>
        new(200, null, "200 OK") { MediaType = "text/html", Body = Encoding.UTF8.GetBytes(text) };

    private static string Repeat(string pattern, int times, bool numbered = false) => string.Concat(Enumerable
        .Range(0, pattern.Length == 0 ? 0 : times)
        .Select(number => numbered ? string.Format(CultureInfo.InvariantCulture, pattern, number) : pattern));
}
