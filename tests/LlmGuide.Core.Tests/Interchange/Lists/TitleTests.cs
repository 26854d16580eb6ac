namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>What the work of an item is, and what it is called, in the ways that lists write it.</summary>
public sealed class TitleTests
{
    [Theory]
    [InlineData("- [A work](https://a.org/x) - What it is.", "A work", "What it is.")]
    [InlineData("- [A work](https://a.org/x) – What it is.", "A work", "What it is.")]
    [InlineData("- [A work](https://a.org/x) — What it is.", "A work", "What it is.")]
    [InlineData("- [A work](https://a.org/x): What it is.", "A work", "What it is.")]
    [InlineData("* **[A work](https://a.org/x)** What it is", "A work", "What it is")]
    [InlineData("1. [A work](https://a.org/x) by Jane Doe (2020)", "A work", "by Jane Doe (2020)")]
    [InlineData("- [x] [A work](https://a.org/x) What it is", "A work", "What it is")]
    [InlineData("- 🔥 [A work](https://a.org/x)", "A work", "")]
    [InlineData("- [`a-work`](https://a.org/x) - For *all* of `it`.", "a-work", "For all of it.")]
    [InlineData("- [🤗 A work](https://a.org/x)", "🤗 A work", "")]
    [InlineData("- (*NeurIPS 2023*) [A work](https://a.org/x)", "A work", "NeurIPS 2023")]
    [InlineData("- ![ok](https://img.shields.io/ok.svg) [A work](https://a.org/x) ([demo](https://b.org), [code](https://c.org)) `MIT`",
        "A work", "MIT")]
    [InlineData("- A work: https://a.org/x", "A work", "")]
    [InlineData("- A work <https://a.org/x>", "A work", "")]
    [InlineData("- <a href=\"https://a.org/x\">A work</a> &mdash; What it is.", "A work", "What it is.")]
    [InlineData("- [A work][1]\n\n[1]: https://a.org/x", "A work", "")]
    public void An_item_is_called_what_its_link_or_the_words_before_it_say(string item, string title, string description)
    {
        var work = ListTexts.Work($"# List\n\n## Section\n\n{item}\n");
        Assert.Equal((title, "https://a.org/x", description), (work.Title, work.Url, work.Description ?? ""));
    }

    [Theory]
    [InlineData("- **A work of some length** [[paper](https://a.org/x)] [[code](https://b.org)]", "A work of some length", "")]
    [InlineData("- **A work**, ACL 2023. [Paper](https://a.org/x)", "A work", "ACL 2023.")]
    [InlineData("- (*NeurIPS 2023*) A work. [[Paper](https://a.org/x)] [[Code](https://b.org)]", "A work", "NeurIPS 2023")]
    [InlineData("- [2023/05] A work [[pdf]](https://a.org/x)", "A work", "2023/05")]
    [InlineData("1. \"A work of some length\". *Jane Doe et al.* ACL 2023. [[Paper](https://a.org/x)]", "A work of some length",
        "Jane Doe et al. ACL 2023.")]
    [InlineData("- LaMo: **A work of some length** [paper](https://a.org/x)", "A work of some length", "")]
    [InlineData("- [[Paper](https://a.org/x)] A work of some length (2023)", "A work of some length (2023)", "")]
    [InlineData("- **A work of some length**<br>*Jane Doe*<br>[![star](https://i.org/s.svg)](https://a.org/x)", "A work of some length",
        "Jane Doe")]
    [InlineData("**A work of some length**  \nACL 2023, [Paper](https://a.org/x), [Project](https://b.org)", "A work of some length",
        "ACL 2023")]
    public void Links_that_only_say_what_they_are_for_leave_the_title_to_the_words_before_them(
        string item, string title, string description)
    {
        var work = ListTexts.Work($"# List\n\n## Section\n\n{item}\n");
        Assert.Equal((title, "https://a.org/x", description), (work.Title, work.Url, work.Description ?? ""));
    }

    [Fact]
    public void A_label_is_a_title_where_nothing_else_is() =>
        Assert.Equal(["GitHub → https://github.com/"], ListTexts.Named("## S\n\n- [GitHub](https://github.com/) - Where code is.\n"));

    [Fact]
    public void A_sentence_with_a_link_names_the_work_and_describes_it()
    {
        var work = ListTexts.Work("## S\n\n- To attend without the memory for it we all use [Flash](https://a.org/x) now.\n");
        Assert.Equal(("Flash", "To attend without the memory for it we all use Flash now."), (work.Title, work.Description));
    }

    [Fact]
    public void An_item_that_names_its_address_in_an_item_of_its_own_is_one_work()
    {
        var work = ListTexts.Work(
            "## 模型\n\n* 某模型：\n  * 地址：https://github.com/a/b\n  ![](https://i.org/s.svg)\n  * 简介：很好的模型。\n");
        Assert.Equal(("某模型", "https://github.com/a/b", "很好的模型。"), (work.Title, work.Url, work.Description));
    }

    [Fact]
    public void Nested_items_belong_to_the_work_or_to_the_words_around_them()
    {
        var works = ListTexts.Works("## S\n\n- [A](https://a.org)\n  - [B](https://b.org)\n  - Good.\n- Tools\n  - [C](https://c.org)\n");
        Assert.Equal(["A//Good.", "B/A/", "C/Tools/"], works.Select(w => $"{w.Title}/{w.Of?.Title ?? w.Under}/{w.Description}"));
    }

    [Fact]
    public void Other_links_of_an_item_are_notes_of_it()
    {
        var notes = ListTexts.Read("## S\n\n- [A](https://a.org) ([code](https://b.org), [talk](https://c.org))\n").Lines
            .Where(line => line is { Outcome: Core.Interchange.Lists.ListOutcome.Note, Url: not null });
        Assert.Equal(["code https://b.org A", "talk https://c.org A"], notes.Select(n => $"{n.Title} {n.Url} {n.Of?.Title}"));
    }
}
