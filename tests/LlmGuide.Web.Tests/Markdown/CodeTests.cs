using System.Text.RegularExpressions;

using LlmGuide.Web.Markdown.Code;

namespace LlmGuide.Web.Tests.Markdown;

/// <summary>Code in its colours.</summary>
public sealed partial class CodeTests
{
    [Theory]
    [InlineData("python", "def f(x):  # why", "<span class=\"hl-k\">def</span> f(x):  <span class=\"hl-c\"># why</span>")]
    [InlineData("py", "print(\"a < b\")", "<span class=\"hl-p\">print</span>(<span class=\"hl-s\">\"a &lt; b\"</span>)")]
    [InlineData("csharp", "return \"<b>\";", "<span class=\"hl-k\">return</span> <span class=\"hl-s\">\"&lt;b&gt;\"</span>;")]
    [InlineData("c", "int a; // b", "<span class=\"hl-k\">int</span> a; <span class=\"hl-c\">// b</span>")]
    [InlineData("js", "const a = 'é';", "<span class=\"hl-k\">const</span> a = <span class=\"hl-s\">'é'</span>;")]
    [InlineData("json", "{\"a\": 1}", "{<span class=\"hl-t\">\"a\"</span>: <span class=\"hl-n\">1</span>}")]
    [InlineData("sql", "SELECT 1", "<span class=\"hl-k\">SELECT</span> 1")]
    public void Its_words_have_the_hue_of_what_they_are(string language, string code, string html) =>
        Assert.Equal(
            $"<pre tabindex=\"0\"><code class=\"language-{language}\">{html}\n</code></pre>", Guide.Html($"```{language}\n{code}\n```"));

    [Theory]
    [InlineData("brainfuck", "++<")]
    [InlineData("text", "def f(x):")]
    public void A_language_that_is_not_known_stays_as_it_is(string language, string code) =>
        Assert.DoesNotContain("<span", Guide.Html($"```{language}\n{code}\n```"));

    [Theory]
    [InlineData("python")]
    [InlineData("cpp")]
    [InlineData("html")]
    [InlineData("sql")]
    [InlineData("haskell")]
    public void Nothing_in_it_becomes_an_element(string language)
    {
        var html = Guide.Html($"```{language}\n</code><script>alert('a')</script> \"<img src=x onerror=y>\" # <b>\n```");

        Assert.DoesNotMatch("<(?!/?(pre|code|span)[ >])", html);
        Assert.Contains("&lt;script&gt;", Tag().Replace(html, ""));
    }

    [Fact]
    public void Its_text_is_what_was_written_whatever_the_language()
    {
        const string Code =
            "\"\"\"a\"\"\" + 'b\\'' /* c */ // d\n<!-- e --> #include <f> @\"g\" 1e-5 0x1F -- h\n"
            + "@attr class I<T> { I() {} } {\"j\": [null, true]}\n- k **l** `m` $n {-o-}\n+p\n-q";
        foreach (var language in ((string[])["c#", "cpp", "java", "js", "ts", "sql",
            "xml", "powershell", "f#", "haskell", "fortran", "python", "json"]))
        {
            var html = Guide.Html($"```{language}\n{Code}\n```");
            Assert.Equal(Code + "\n", System.Net.WebUtility.HtmlDecode(Tag().Replace(html, "")));
        }
    }

    /// <summary>Five blocks that ColorCode 2.0.15 is slow with, or might be.</summary>
    [Theory]
    [InlineData("python", "11e", "_")]
    [InlineData("python", "1.", "_")]
    [InlineData("python", "'", "")]
    [InlineData("cpp", "/*", "")]
    [InlineData("html", "<a b=", "")]
    [InlineData("csharp", "@\"", "")]
    [InlineData("csharp", "\n ", "")]
    [InlineData("haskell", "{-", "")]
    public void Code_made_to_be_slow_is_shown_all_the_same(string language, string again, string end)
    {
        var block = $"```{language}\n{Guide.Repeat(again, 1_900).TrimStart('\n')}{end}\n```\n\n";

        Assert.Contains("</code></pre>", Guide.Html(Guide.Repeat(block, 10_000)));
    }

    [Fact]
    public void Every_hue_is_in_the_style_sheet()
    {
        var css = File.ReadAllText(Path.Combine(GuideHost.WebProject, "wwwroot", "css", "guide.css"));

        Assert.All(CodeColours.Classes, hue => Assert.Contains($".{hue}{{color:var(--", css));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
