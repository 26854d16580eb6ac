using System.Text;

using CsCheck;

using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>Every line of a file is accounted for, whatever the file is; and what is no list is refused with a sentence.</summary>
public sealed class AccountTests
{
    private static readonly string[] Pieces =
    [
        "- ", "  - ", "1. ", "# ", "## ", "> ", "| ", " | ", "|--|--|\n", "[A](https://a.org)", "[B](#b)", "[C][c]", "[c]: https://c.org\n",
        "![i](i.png)",
        "https://d.org/x", "**bold**", "*it", "`code`", "```\n", "<details>", "</details>", "<li>", "<tr><td>", "</table>",
        "<a href=\"https://e.org\">", "</a>", "<!--", "-->", "<h2>", "---\n", "===\n",
        "\n", "\n\n", "\r\n", "\r", "    ", "\t", "字", "😀",
        "\u0085", "\u2028", "\\", "[[", "]]", "(", ")", "<", "&amp;", "words ", "[^1]", "[^1]: note\n", "- [ ] ", "~~x~~", ":", "<pre>",
    ];

    private static readonly Gen<string> Lists = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Every_line_of_any_text_has_an_entry() => Lists.Sample(
        text =>
        {
            if (ListText.Read(Encoding.UTF8.GetBytes(text)).Value is { } list)
            {
                var read = ListTexts.Read(text);
                Assert.Equal(Enumerable.Range(0, list.Lines.Count), read.Lines.Select(line => line.Line).Distinct().Order());
                Assert.All(read.Lines, line => Assert.True(line.IsWork || line.Reason is not null));
            }
        },
        iter: 3_000);

    [Fact]
    public void No_address_is_made_up() => Lists.Sample(
        text =>
        {
            // What is escaped, and what of that ends an address, is seen otherwise than it is written.
            if (!text.Contains('\\', StringComparison.Ordinal) && ListText.Read(Encoding.UTF8.GetBytes(text)).Value is not null)
            {
                Assert.All(
                    ListTexts.Read(text).Lines.Select(line => line.Url).OfType<string>(),
                    url => Assert.Contains(Shown(url), Shown(text), StringComparison.Ordinal));
            }
        },
        iter: 1_000);

    // What is escaped is seen without its mark.
    private static string Shown(string text) =>
        text.Replace("\\", "", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [Theory]
    [InlineData("a\nb", 2)]
    [InlineData("a\nb\n", 2)]
    [InlineData("a\r\nb\r\n\r\n", 3)]
    [InlineData("a\rb", 2)]
    [InlineData("\uFEFFa", 1)]
    public void Lines_end_as_Markdown_has_it(string text, int lines) =>
        Assert.Equal(lines, ListText.Read(Encoding.UTF8.GetBytes(text)).Value!.Lines.Count);

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing() => Assert.Equal(
        ListTexts.Named("# L\n\n- [A](https://a.org)\n- [B](https://b.org)\n"),
        ListTexts.Named("\uFEFF# L\r\n\r\n- [A](https://a.org)\r\n- [B](https://b.org)\r\n"));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_by_their_line()
    {
        var file = Encoding.UTF8.GetBytes("# L\n\n- [A](https://a.org) caf? good\n- [B](https://b.org)\n");
        file[Array.IndexOf(file, (byte)'?')] = 0xE9;
        var broken = Assert.Single(ListTexts.Read(file).Lines, line => line.Reason?.Contains("UTF-8", StringComparison.Ordinal) is true);
        Assert.Equal((2, true), (broken.Line, broken.IsWork));
    }

    [Fact]
    public void What_is_no_list_is_refused_with_a_sentence()
    {
        (byte[] File, string Why)[] files =
        [
            ([], "The file is empty."),
            ("  \n\n"u8.ToArray(), "The file is empty."),
            (new byte[10 * 1024 * 1024], "The file has 10.0 MB; a list may have at most 5 MB."),
            ([0x50, 0x4B, 3, 4, 0, 0, 8], "The file is binary, not text. A list is a Markdown file, such as README.md."),
            ([0xFF, 0xFE, (byte)'a', 0], "The file is UTF-16. Save it as UTF-8."),
            ("<!DOCTYPE html>\n<html><body><ul><li>a"u8.ToArray(),
                "This is a page in HTML, not Markdown. Take the README itself, which GitHub shows under “Raw”."),
        ];
        Assert.All(files, file => Assert.Equal(file.Why, ListText.Read(file.File).Refusal?.Why));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("| ")]
    public void Nesting_that_would_take_long_is_refused(string mark) => Assert.Throws<MarkdownException>(
        () => ListTexts.Read(string.Concat(Enumerable.Repeat(mark, 20_000)) + "a\n"));
}
