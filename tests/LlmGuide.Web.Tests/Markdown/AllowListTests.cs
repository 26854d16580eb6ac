using LlmGuide.Web.Markdown;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>The allow-list by itself, fed with what the steps before it should never let through.</summary>
public sealed class AllowListTests
{
    [Theory]
    [InlineData("<script>x</script>a", "a")]
    [InlineData("<p onclick=\"x\" style=\"color:red\" class=\"fixed\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:x\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"//evil.example\">a</a>", "<a>a</a>")]
    [InlineData("<img src=x><iframe></iframe><form></form><svg></svg><style>a{}</style>a", "a")]
    [InlineData("<input type=\"password\"><input type=\"checkbox\">a", "a")]
    [InlineData("<math href=\"javascript:x\"><mi>a</mi></math>", "<math><mi>a</mi></math>")]
    [InlineData("<math><mtext><table><mglyph><style><img src onerror=x>", null)]
    [InlineData(
        "<math><annotation-xml encoding=\"text/html\"><script>x</script></annotation-xml><mi>a</mi></math>", "<math><mi>a</mi></math>")]
    [InlineData("<p class=\"language-x table\">a</p>", "<p class=\"language-x table\">a</p>")]
    public void Nothing_leaves_that_is_not_on_it(string html, string? expected)
    {
        var clean = AllowList.Clean(html);

        Assert.DoesNotMatch("(?i)script|onerror|<style|<img|evil", clean);
        Assert.Equal(expected ?? clean, clean);
    }

    [Theory]
    [InlineData("# a\n\nb & c < d \u00a0 \"e\" https://example.org/?a=b&c=%20ü\n\n- [x] f")]
    [InlineData("|a|b|\n|-|-:|\n|`x`|$y<z$|\n\nn[^1]\n\n[^1]: [o](/ä \"p & q\")")]
    [InlineData("$$\\begin{aligned}a&=\\text{b < c \\& d}\\\\e&=\\mathbb{R}\\end{aligned}$$\n\n```c++\na && b\n```")]
    [InlineData("<p>&lt;script&gt;</p> &amp;lt; &quot;")]
    public void Cleaning_again_changes_nothing(string markdown)
    {
        var html = Guide.Html(markdown);

        Assert.Equal(html, AllowList.Clean(html));
    }
}
