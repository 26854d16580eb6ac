using LlmGuide.Web.Markdown;

namespace LlmGuide.Web.Tests.Markdown;

public sealed class TextTests
{
    [Fact]
    public async Task The_source_and_the_version_of_the_pipeline_are_kept_with_the_html()
    {
        var prose = await Guide.Markdown.RenderAsync("*a*", TestContext.Current.CancellationToken);

        Assert.Equal(("*a*", "<p><em>a</em></p>", GuideMarkdown.CurrentVersion), (prose.Markdown, prose.Html, prose.Version));
    }

    [Fact]
    public void An_empty_text_gives_nothing() => Assert.Empty(Guide.Html(" \n"));

    [Theory]
    [InlineData("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>")]
    [InlineData("a\nb", "<p>a\nb</p>")]
    [InlineData("a  \nb", "<p>a<br>\nb</p>")]
    [InlineData("> a", "<blockquote>\n<p>a</p>\n</blockquote>")]
    [InlineData("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>")]
    [InlineData("---", "<hr>")]
    [InlineData("~a~ ^b^ ++c++ ==d== :) --", "<p>~a~ ^b^ ++c++ ==d== :) --</p>")]
    public void CommonMark_and_strikethrough_but_no_other_marks(string markdown, string html) => Assert.Equal(html, Guide.Html(markdown));

    [Theory]
    [InlineData("**强调。**后面的文字", "<strong>强调。</strong>后面的文字")]
    [InlineData("这是**“重点”**内容", "这是<strong>“重点”</strong>内容")]
    [InlineData("これは**「大事」**です", "これは<strong>「大事」</strong>です")]
    [InlineData("이것은 **강조(emphasis)**입니다", "이것은 <strong>강조(emphasis)</strong>입니다")]
    [InlineData("这是~~（旧的）~~内容", "这是<del>（旧的）</del>内容")]
    [InlineData("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c")]
    public void Emphasis_stands_in_scripts_without_spaces(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>", Guide.Html(markdown));

    [Theory]
    [InlineData("# a\n## b\n### c", "h3 h4 h5")]
    [InlineData("## a\n### b\n## c", "h3 h4 h3")]
    [InlineData("#### a", "h3")]
    [InlineData("# a\n#### b", "h3 h4")]
    [InlineData("# a\n## b\n### c\n#### d\n##### e\n###### f", "h3 h4 h5 h6 h6 h6")]
    public void Headings_stand_below_those_of_the_page_and_leave_no_level_out(string markdown, string elements)
    {
        var html = Guide.Html(markdown);

        Assert.Equal(elements, string.Join(' ', html.Split('\n').Select(line => line[1..3])));
        Assert.DoesNotContain("id=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](/topics/x)", "<a href=\"/topics/x\">a</a>")]
    [InlineData("[a](#b)", "<a href=\"#b\">a</a>")]
    [InlineData("[a](https://example.org/ \"b\")", "<a href=\"https://example.org/\" rel=\"ugc nofollow noopener\" title=\"b\">a</a>")]
    [InlineData("[a](HTTP://example.org/)", "<a href=\"HTTP://example.org/\" rel=\"ugc nofollow noopener\">a</a>")]
    [InlineData(
        "https://example.org/a_b?c=d",
        "<a href=\"https://example.org/a_b?c=d\" rel=\"ugc nofollow noopener\">https://example.org/a_b?c=d</a>")]
    [InlineData("www.example.org", "<a href=\"https://www.example.org\" rel=\"ugc nofollow noopener\">www.example.org</a>")]
    [InlineData("<https://example.org>", "<a href=\"https://example.org\" rel=\"ugc nofollow noopener\">https://example.org</a>")]
    [InlineData("[a](mailto:b@example.org)", "<a href=\"mailto:b@example.org\">a</a>")]
    [InlineData("<b@example.org>", "<a href=\"mailto:b@example.org\">b@example.org</a>")]
    public void Links_that_leave_the_site_are_marked(string markdown, string html) => Assert.Equal($"<p>{html}</p>", Guide.Html(markdown));

    [Theory]
    [InlineData("```python\na < b\n```", "<pre tabindex=\"0\"><code class=\"language-python\">a &lt; b\n</code></pre>")]
    [InlineData("```C++ title\na\n```", "<pre tabindex=\"0\"><code class=\"language-c++\">a\n</code></pre>")]
    [InlineData("```<b>\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>")]
    [InlineData("    a", "<pre tabindex=\"0\"><code>a\n</code></pre>")]
    public void Code_can_be_scrolled_with_the_keyboard_and_names_its_language(
        string markdown, string html) => Assert.Equal(html, Guide.Html(markdown));

    [Fact]
    public void A_table_can_be_scrolled_with_the_keyboard_and_aligned_without_styles()
    {
        var html = Guide.Html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |");

        Assert.Equal(
            """
            <div class="table" tabindex="0" role="group" aria-label="Table">
            <table>
            <thead>
            <tr>
            <th>a</th>
            <th class="align-center">b</th>
            <th class="align-right">c</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>1</td>
            <td class="align-center">2</td>
            <td class="align-right">3</td>
            </tr>
            </tbody>
            </table>
            </div>
            """,
            html);
    }

    [Fact]
    public void A_task_says_whether_it_is_done()
    {
        Assert.Equal(
            """
            <ul class="contains-task-list">
            <li class="task-list-item"><input type="checkbox" disabled="" checked="" aria-label="Done"> a</li>
            <li class="task-list-item"><input type="checkbox" disabled="" aria-label="Not done"> b</li>
            </ul>
            """,
            Guide.Html("- [x] a\n- [ ] b"));
    }

    [Fact]
    public void A_footnote_is_reached_and_left_by_links_of_its_own_text()
    {
        var html = Guide.Html("a[^n]\n\n[^n]: b");

        Assert.Matches(
            """^<p>a<sup><a id="fnref-(\w+)-1" href="#fn-\1-1" class="footnote-ref" aria-label="Footnote 1">1</a></sup></p>""", html);
        Assert.Matches(
            """<li id="fn-(\w+)-1">\n<p>b<a href="#fnref-\1-1" class="footnote-back-ref" aria-label="Back to the text">↩</a></p>""", html);
        Assert.NotEqual(html, Guide.Html("a[^n]\n\n[^n]: b "));
    }

    [Fact]
    public void A_text_that_stands_twice_on_a_page_has_footnotes_of_its_own_each_time()
    {
        var html = Guide.Html("a[^n] id=fn-\n\n[^n]: b");
        var page = new FootnoteIds();
        var (first, second) = (page.Apart(html, 7), page.Apart(html, 8));

        Assert.Equal(html, first);
        Assert.Matches(
            """<a id="fnref-(\w+)-8-1" href="#fn-\1-8-1"(.|\n)*<li id="fn-\1-8-1">(.|\n)*href="#fnref-\1-8-1" """.TrimEnd(), second);
        Assert.Equal(first.Replace("-1\"", "-8-1\""), second);
    }
}
