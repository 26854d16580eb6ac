using LlmGuide.Core;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>Figures in texts: places for drawings, with a caption.</summary>
public sealed class FigureTests
{
    [Fact]
    public void A_figure_alone_in_a_paragraph_is_a_place_with_its_caption() => Assert.Equal(
        "<p>a</p>\n<figure data-figure=\"kv-cache\"><figcaption>The <em>cache</em> "
        + "of <a href=\"/x\">one</a></figcaption></figure>\n<p>b</p>",
        Guide.Html("a\n\n![The *cache* of [one](/x)](figure:kv-cache)\n\nb"));

    [Fact]
    public void A_caption_may_hold_a_formula() =>
        Assert.Contains("<figcaption>So <math", Guide.Html("![So $x^2$](figure:square)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Words and ![a](figure:b) more words", "must be in a paragraph of its own")]
    [InlineData("![a](figure:b) ![c](figure:d)", "must be in a paragraph of its own")]
    [InlineData("![a](figure:../x)", "is not the name of a figure")]
    [InlineData("![a](FIGURE:X)", "is not the name of a figure")]
    public void A_figure_among_words_or_without_a_name_is_refused(string markdown, string reason) =>
        Assert.Contains(reason, Assert.Throws<MarkdownException>(() => Guide.Html(markdown)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task In_a_line_and_in_a_comment_there_are_no_figures()
    {
        Assert.Equal("a", Guide.Line("![a](figure:b)"));
        var comment = await Guide.Markdown.RenderCommentAsync("![a](figure:b)", [], TestContext.Current.CancellationToken);
        Assert.Equal("<p>a</p>", comment.Body.Html);
    }

    [Theory]
    [InlineData("<figure data-figure=\"kv-cache\">")]
    [InlineData("`<figure data-figure=\"kv-cache\">`")]
    public void The_markup_of_a_place_cannot_be_typed(string markdown) =>
        Assert.DoesNotContain("<figure", Guide.Html(markdown), StringComparison.Ordinal);
}
