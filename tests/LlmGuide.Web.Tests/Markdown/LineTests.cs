using LlmGuide.Core;

namespace LlmGuide.Web.Tests.Markdown;

public sealed class LineTests
{
    [Theory]
    [InlineData("a *b* `c`", "a <em>b</em> <code>c</code>")]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData("[a](/b)", "<a href=\"/b\">a</a>")]
    [InlineData("$x$", "<math alttext=\"x\"><mrow><mi>x</mi></mrow></math>")]
    public void A_paragraph_is_rendered_without_its_element(string markdown, string html) => Assert.Equal(html, Guide.Line(markdown));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public async Task Nothing_typed_is_nothing_and_its_form_says_what_is_missing(string? typed)
    {
        var line = await Guide.Markdown.LineAsync(typed, 100, "Why", TestContext.Current.CancellationToken);
        Assert.Null(line.Refusal);
        Assert.Equal(Prose.Empty, line.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n\nb")]
    [InlineData("- a")]
    [InlineData("# a")]
    [InlineData("```\na\n```")]
    [InlineData("> a")]
    [InlineData("---")]
    [InlineData("|a|\n|-|\n|b|")]
    [InlineData("$$\nx\n$$")]
    [InlineData("a[^n]\n\n[^n]: b")]
    [InlineData("[a]: https://example.org")]
    public void Anything_else_is_refused(string markdown)
    {
        var refusal = Assert.Throws<MarkdownException>(() => Guide.Line(markdown));

        Assert.StartsWith("This must be a single paragraph", refusal.Message, StringComparison.Ordinal);
    }
}
