using LlmGuide.Core.Interchange.Lists;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>The shapes that lists have besides items: tables, HTML, paragraphs, headings.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Headings_nest_by_their_level_and_lose_their_marks()
    {
        var works = ListTexts.Works("""
            # A list
            ## <a name="x"></a>First `part` [⬆](#top)
            ### 2024
            - [A](https://a.org)

            Second
            ------
            - [B](https://b.org)

            <h2 align="center">Third</h2>

            - [C](https://c.org)
            """);
        Assert.Equal(
            ["A list/First part/2024", "A list/Second", "A list/Third"], works.Select(w => string.Join('/', w.Section.Headings)));
    }

    [Fact]
    public void A_link_in_a_heading_is_a_work_of_its_section() =>
        Assert.Equal(["A → https://a.org"], ListTexts.Named("# List\n\n## [A](https://a.org)\n\nIt is good.\n"));

    [Fact]
    public void A_row_of_a_table_is_a_work_with_the_other_cells_as_its_description()
    {
        var works = ListTexts.Works("""
            ## Papers

            | Title | Venue | Date | Code | Description |
            |:--|:--|--|--|--|
            | ![Star](https://i.org/s.svg) <br> [**A work**](https://a.org/1) <br> | ACL | 2024 | [Github](https://b.org) | Good. |
            | **Another work of two** | [ICML](https://icml.cc) | 2023 | [Github](https://a.org/2) | - |
            """);
        Assert.Equal(
            ["A work https://a.org/1 Good.", "Another work of two https://icml.cc ICML · 2023"],
            works.Select(w => $"{w.Title} {w.Url} {w.Description}"));
    }

    [Fact]
    public void A_table_right_under_a_line_of_words_is_read_as_a_table() => Assert.Equal(
        ["A → https://a.org", "B → https://b.org"],
        ListTexts.Named("## S\n\nAll:\n| Name | Link |\n|---|---|\n| A | [link](https://a.org) |\n| B | [link](https://b.org) |\n"));

    [Fact]
    public void A_folded_part_is_read_like_any_other() => Assert.Equal(
        ["A → https://a.org", "B → https://b.org"],
        ListTexts.Named(
            "## S\n\n<details>\n<summary>More</summary>\n\n- [A](https://a.org)\n\n"
            + "| Paper |\n|--|\n| [B](https://b.org) |\n\n</details>\n"));

    [Fact]
    public void Lists_and_tables_in_HTML_are_read_too() => Assert.Equal(
        ["A → https://a.org", "B → https://b.org", "C → https://c.org"],
        ListTexts.Named("""
            ## S

            <ul>
              <li><a href="https://a.org">A</a> - good</li>
              <li><b>B</b> <a href='https://b.org'><img alt="x" src="y.png"></a>
            </ul>
            <table><tr><th>Name</th><th>Link</th></tr><tr><td>C</td><td><a href="https://c.org">paper</a></td></tr></table>
            """));

    [Fact]
    public void Paragraphs_that_begin_with_a_work_are_items_and_sentences_are_not() => Assert.Equal(
        ["A → https://a.org", "B → https://b.org"],
        ListTexts.Named(
            "# L\n\n## S\n\n[A](https://a.org) - good\n[B](https://b.org)\n\n"
            + "[C](https://c.org) is what we all read, see [D](https://d.org).\n"));

    [Theory]
    [InlineData("- 论文地址：https://a.org/b，很好", "https://a.org/b")]
    [InlineData("- 见https://a.org/b项目", "https://a.org/b")]
    [InlineData("- 维基 https://zh.wikipedia.org/wiki/变换器。", "https://zh.wikipedia.org/wiki/变换器")]
    [InlineData("- (see https://a.org/b_(c)).", "https://a.org/b_(c)")]
    [InlineData("- “https://a.org/b”", "https://a.org/b")]
    public void A_bare_address_ends_where_the_sentence_goes_on(string item, string url) =>
        Assert.Equal(url, ListTexts.Work($"## S\n\n{item}\n").Url);

    [Fact]
    public void What_leads_to_no_work_is_passed_over_with_the_reason()
    {
        var skipped = ListTexts.Read("""
            # L

            - [Models](#models)
            - [The same](docs/other.md)
            - [Write](mailto:a@b.org)
            - [Run](javascript:alert(1))
            - [Here](http://localhost:80/)
            - Then open http://localhost:8000.

            [Back to top](#l)
            """).Lines.Where(line => line is { Outcome: ListOutcome.Skipped, Url: not null });
        Assert.Equal(
            ["A link to another place of the list.", "A link to a file beside the list.", "An email address.",
                "Only http and https addresses can be listed.", "“localhost” is not a host on the public web.",
                "“localhost” is not a host on the public web.",
                "A link to another place of the list."],
            skipped.Select(line => line.Reason));
    }

    [Fact]
    public void Words_before_the_first_item_are_a_draft_of_the_introduction()
    {
        var list = ListTexts.Read("# L\n\n## S\n\nWhat *it* costs: $5, see [A](https://a.org).\n\n- [B](https://b.org)\n\nMore words.\n");
        Assert.Equal([@"What it costs: \$5, see [A](<https://a.org>)."], list.Sections[^1].Introduction);
    }

    [Fact]
    public void What_is_about_the_list_itself_is_no_work() =>
        Assert.Empty(ListTexts.Works(
            "# L\n\n## Contributors\n\n- [Jane](https://github.com/jane)\n\n## 📜 License\n\n[CC0](https://c.org)\n"));

    [Fact]
    public void Code_and_comments_hold_no_works() =>
        Assert.Empty(ListTexts.Works(
            "## S\n\n```\n- [A](https://a.org)\n```\n\n<!-- - [B](https://b.org) -->\n\n- `[C](https://c.org)`\n"));

    [Fact]
    public void Front_matter_is_no_heading() =>
        Assert.Equal(["S"], ListTexts.Work("---\ntitle: A list\n---\n\n## S\n\n- [A](https://a.org)\n").Section.Headings);
}
