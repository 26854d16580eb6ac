using System.Text.RegularExpressions;

using LlmGuide.Core;

namespace LlmGuide.Web.Tests.Markdown;

public sealed class AttackTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<div onclick=\"x()\">\n\ntext\n\n</div>")]
    [InlineData("<!-- a comment -->")]
    [InlineData("<math><mtext><style><img src onerror=x>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    public void Html_in_the_text_is_shown_as_text(string markdown)
    {
        var html = Guide.Html(markdown);

        Assert.Contains("&lt;", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(?!/?p>)", html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](<javascript:alert(1)>)")]
    [InlineData("[x](<\u0001javascript:alert(1)>)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x](</&#9;/evil.example>)")]
    [InlineData("[x](evil.example)")]
    [InlineData("[x][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:image/svg+xml,x)")]
    [InlineData("[x]()")]
    public void A_link_to_an_address_that_is_not_allowed_is_only_its_text(string markdown) =>
        Assert.Equal("<p>x</p>", Guide.Html(markdown));

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("<ftp://files.example.org>")]
    [InlineData("ftp://files.example.org")]
    [InlineData("tel:123")]
    [InlineData("mailto:someone@example.org")]
    [InlineData("javascript://www.example.org")]
    public void An_address_with_another_scheme_does_not_become_a_link(string markdown) =>
        Assert.DoesNotContain("<a", Guide.Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](https://example.org){onclick=alert(1)}")]
    [InlineData("# x {onclick=alert(1)}")]
    [InlineData("x{.fixed #main style=color:red}")]
    [InlineData("```python {onclick=alert(1)}\nx\n```")]
    [InlineData("``` \"onclick=alert(1)\nx\n```")]
    [InlineData("[x](https://example.org \"\\\" onclick=alert(1)\")")]
    [InlineData("[x](</a\"onclick=alert(1)>)")]
    public void Attributes_cannot_be_written(string markdown) =>
        Assert.DoesNotMatch("<[^>]*\\s(onclick|style|id)=", WithoutAttributeValues(Guide.Html(markdown)));

    [Fact]
    public void An_image_becomes_a_link_so_that_pages_load_nothing_from_other_sites()
    {
        Assert.Equal(
            "<p><a href=\"https://example.org/x.png\" rel=\"ugc nofollow noopener\">A chart</a></p>",
            Guide.Html("![A chart](https://example.org/x.png)"));
        Assert.Equal(
            "<p><a href=\"https://example.org/\" rel=\"ugc nofollow noopener\">A chart</a></p>",
            Guide.Html("[![A chart](https://example.org/x.png)](https://example.org/)"));
    }

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}", @"\href is not allowed")]
    [InlineData(@"\url{javascript:alert(1)}", @"\url is not allowed")]
    [InlineData(@"\includegraphics{https://example.org/x.png}", @"\includegraphics is not allowed")]
    [InlineData(@"\htmlClass{fixed}{x}", @"\htmlClass is not allowed")]
    [InlineData(@"\htmlStyle{position:fixed}{x}", @"\htmlStyle is not allowed")]
    [InlineData(@"\htmlData{a=b}{x}", @"\htmlData is not allowed")]
    public void A_formula_cannot_link_or_load_or_style(string tex, string reason)
    {
        var refusal = Assert.Throws<MarkdownException>(() => Guide.Html($"${tex}$"));

        Assert.Equal($"The formula ${tex}$ cannot be shown: {reason}.", refusal.Message);
    }

    [Theory]
    [InlineData(@"\text{<script>alert(1)</script>}")]
    [InlineData(@"\text{</mtext></math><img src=x onerror=alert(1)>}")]
    [InlineData(@"\verb|<b>|")]
    [InlineData(@"x % </math><script>")]
    [InlineData(@"\text{"" onclick=""alert(1)}")]
    public void Html_in_a_formula_stays_text(string tex) =>
        Assert.DoesNotMatch("<(?!/?(p|math|m[a-z]+)[ >])|<[^>]*\\sonclick=", WithoutAttributeValues(Guide.Html($"${tex}$")));

    private static string WithoutAttributeValues(string html) =>
        Regex.Replace(html, "=\"[^\"]*\"", "=\"\"", RegexOptions.None, TimeSpan.FromSeconds(1));
}
