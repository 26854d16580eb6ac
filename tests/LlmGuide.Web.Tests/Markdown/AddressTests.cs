using System.Text.RegularExpressions;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>Where an address in running text begins and ends, in every script.</summary>
public sealed partial class AddressTests
{
    [Theory]
    [InlineData("see https://example.com/foo。次の文。", "https://example.com/foo")]
    [InlineData("https://example.com/docs（说明）了解更多", "https://example.com/docs")]
    [InlineData(
        "https://example.com/a，https://example.com/b、https://example.com/c；",
        "https://example.com/a https://example.com/b https://example.com/c")]
    [InlineData("「https://example.com/a」と『www.example.org』", "https://example.com/a https://www.example.org")]
    [InlineData("参见https://example.com/a！", "https://example.com/a")]
    [InlineData("（https://example.com/a）？", "https://example.com/a")]
    [InlineData("【https://example.com/a】《https://example.com/b》", "https://example.com/a https://example.com/b")]
    [InlineData("https://example.com/a…… https://example.com/b——对", "https://example.com/a https://example.com/b")]
    [InlineData("https://example.com/a　次 https://example.com/b～", "https://example.com/a https://example.com/b")]
    [InlineData(
        "“https://example.com/a” «https://example.com/b» ‘https://example.com/c’",
        "https://example.com/a https://example.com/b https://example.com/c")]
    [InlineData(
        "https://example.com/a، https://example.com/b؟ https://example.com/c।",
        "https://example.com/a https://example.com/b https://example.com/c")]
    [InlineData("https://ja.wikipedia.org/wiki/アラン・チューリング。", "https://ja.wikipedia.org/wiki/アラン・チューリング")]
    [InlineData("https://fr.wikipedia.org/wiki/L’Europe", "https://fr.wikipedia.org/wiki/L’Europe")]
    [InlineData("https://example.com/a_(b) https://example.com/c.", "https://example.com/a_(b) https://example.com/c")]
    [InlineData("**https://example.com/a。**", "https://example.com/a")]
    [InlineData("xhttps://example.com/a awww.example.com", "")]
    [InlineData("See Https://example.com/A and HTTPS://EXAMPLE.COM/B", "https://example.com/A https://EXAMPLE.COM/B")]
    [InlineData("Www.example.com", "https://www.example.com")]
    [InlineData("\"https://example.com/a\", 'https://example.com/b'", "https://example.com/a https://example.com/b")]
    [InlineData("Link:https://example.com/a;https://example.com/b", "https://example.com/a;https://example.com/b")]
    [InlineData("|https://example.com/a|b|\n|---|---|\n|c|https://example.com/d|", "https://example.com/a https://example.com/d")]
    public void An_address_ends_before_punctuation(string text, string addresses) => Assert.Equal(
        addresses,
        Uri.UnescapeDataString(string.Join(' ', Address().Matches(Guide.Html(text)).Select(match => match.Groups["address"].Value))));

    [Theory]
    [InlineData("![](https://example.com/shot.png)", "https://example.com/shot.png")]
    [InlineData("![ ](https://example.com/shot.png)", "https://example.com/shot.png")]
    [InlineData("![&nbsp;\u200b](https://example.com/shot.png 'The loss')", "The loss")]
    [InlineData("![][a]\n\n[a]: /topics/x", "/topics/x")]
    [InlineData("![*a*](https://example.com/shot.png)", "<em>a</em>")]
    [InlineData("[](https://example.com/)", "https://example.com/")]
    [InlineData("[**\u200b**](https://example.com/)", "https://example.com/")]
    public void A_link_and_an_image_without_a_text_are_named_by_their_address(string text, string name) =>
        Assert.Contains($">{name}</a>", Guide.Html(text), StringComparison.Ordinal);

    [GeneratedRegex("href=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
