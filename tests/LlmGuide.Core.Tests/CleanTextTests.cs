using System.Text;
using System.Text.Json;
using System.Xml;

using CsCheck;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Tests;

/// <summary>The one rule for the characters of a text.</summary>
public sealed class CleanTextTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Units = ["\r\n", "\uFFFE", "\uFDD0", "\uDBFF\uDFFF", "😀", "a", "&lt;"];

    /// <summary>Any run of code units, those that the rule is about more often than chance has them.</summary>
    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.Char.Select(c => c.ToString()), Gen.Char['\0', '\u00A0'].Select(c => c.ToString()), Gen.Char['\uD800', '\uDFFF']
            .Select(c => c.ToString()),
        Gen.Int[0xFDD0, 0x10FFFF].Where(c => c is < 0xD800 or > 0xDFFF).Select(c => new Rune(c).ToString()), Gen.Int[0, Units.Length - 1]
            .Select(i => Units[i])).List[0, 40].Select(parts => string.Concat(parts));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\r\nb\rc\n\rd\u0085e\ff\vg", "a\nb\nc\n\nd\ne\nf\ng")]
    [InlineData("\u001B[31mred\u001B[0m", "[31mred[0m")]
    [InlineData("a\0b\u007Fc\u009Fd", "abcd")]
    [InlineData("a\uFFFEb\uFDD0c\uDBFF\uDFFFd", "abcd")]
    [InlineData("\uFFFD \u200B \u202E \u2028 \uE000 \uFEFF", "\uFFFD \u200B \u202E \u2028 \uE000 \uFEFF")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Controls_halves_of_pairs_and_noncharacters_are_taken_out_and_lines_end_alike(
        string? text, string? clean) => Assert.Equal(clean, CleanText.Of(text));

    [Fact]
    public void What_is_typed_is_composed_and_half_of_a_pair_in_it_is_no_fault()
    {
        Assert.Equal("Caf\u00E9 \u304C", CleanText.Composed("Cafe\u0301\uD83D \u304B\u3099"));
        Assert.Null(CleanText.Composed(null));
    }

    /// <summary>No attribute can hold half of a pair.</summary>
    [Fact]
    public void Two_halves_do_not_become_one_character_when_what_was_between_them_is_taken_out() =>
        Assert.Equal("a 😀 b", CleanText.Of("a\uD83D\0\uDE00 \uD83D\uD83D\uDE00\uDE00 b\uD83D"));

    [Fact]
    public void In_what_somebody_has_judged_already_they_are_marked() =>
        Assert.Equal("java\uFFFDscript:\uFFFD\n", CleanText.Marked("java\u0001script:\uD800\r\n"));

    [Fact]
    public void Whatever_comes_what_is_left_is_clean_and_any_format_can_hold_it() => Any.Sample(text =>
    {
        foreach (var clean in (string[])[CleanText.Of(text), CleanText.Marked(text)])
        {
            Assert.Same(clean, CleanText.Of(clean));
            Assert.Same(clean, XmlConvert.VerifyXmlChars(clean));
            Assert.Equal(clean, Strict.GetString(Strict.GetBytes(clean)));
            Assert.Equal(clean, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(clean)));
            Assert.DoesNotContain(clean, c => char.IsControl(c) && c is not ('\t' or '\n'));
        }
    });

    [Fact]
    public void Nothing_else_is_taken_out_and_nothing_changes_its_place() =>
        Any.Where(text => !text.Contains('\uFFFD', StringComparison.Ordinal)).Sample(text =>
        {
            // Half of a pair is enumerated as U+FFFD.
            var kept = string.Concat(
                text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && CleanText.IsClean(rune.ToString())));
            Assert.Equal(WithoutLineEnds(kept), WithoutLineEnds(CleanText.Of(text)));
            Assert.Equal(WithoutLineEnds(kept), WithoutLineEnds(CleanText.Marked(text)).Replace("\uFFFD", "", StringComparison.Ordinal));
        });

    [Fact]
    public void The_strings_of_a_document_are_clean_whoever_wrote_it()
    {
        var options = new JsonSerializerOptions { Converters = { new CleanStrings() } };
        Assert.Equal("""{"a b":["c","\u00E9"]}""", JsonSerializer.Serialize(
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["a\0 b"] = ["c\u001B", "é"] }, options));
        Assert.Equal("a\uFFFDb", JsonSerializer.Deserialize<string>("\"a\\u0000b\"", options));
    }

    private static string WithoutLineEnds(string text) => text.Replace("\n", "", StringComparison.Ordinal);
}
