using System.Globalization;

using CsCheck;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Tests.Revisions;

/// <summary>Whatever two texts are made of, showing what differs costs what their length is.</summary>
public sealed class HostileDiffTests
{
    private const int Budget = 600;

    private static readonly string[] Parts = ["a ", "b ", "c", " ", "\n", "a\n", "b\n", ".", ", ", "a b ", "\t", "(", "é "];

    /// <summary>Where word by word or line by line everything differs, or nothing fits together.</summary>
    [Theory]
    [InlineData("a ", "b ")]
    [InlineData("a\n", "b\n")]
    [InlineData("a b ", "b a ")]
    [InlineData("a ", "a a b ")]
    [InlineData("a\n\n", "a\n")]
    [InlineData(" ", "\t")]
    [InlineData("a", "b")]
    public void Two_texts_of_one_pattern_each_cost_what_their_length_is(string before, string after) => Growth.IsLinear(
        times => string.Concat(Enumerable.Repeat(before, times)),
        16_000,
        text => TextDiff.Between(text, text.Replace(before, after, StringComparison.Ordinal)),
        Budget);

    [Fact]
    public void Whatever_two_texts_are_made_of_they_cost_what_their_length_is() =>
        Gen.Int[0, Parts.Length - 1].Select(index => Parts[index]).Array[1, 6].Select(Gen.Int[1, 1_000]).Sample(
            (parts, seed) => Growth.IsLinear(
                times => Mixed(parts, times, seed), 12_000, text => TextDiff.Between(text, Mixed(parts, text.Length, seed + 1)), Budget),
            seed: "0000KOIso3b0",
            iter: 12,
            threads: 1);

    [Fact]
    public void A_small_change_in_a_long_text_is_all_that_is_shown()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(number => number.ToString(CultureInfo.InvariantCulture) + " "));

        var pieces = TextDiff.Between(text, text.Replace(" 2500 ", " x ", StringComparison.Ordinal));

        Assert.Equal(
            [("2500", DiffChange.Removed), ("x", DiffChange.Added)],
            pieces.Where(p => p.Change != DiffChange.Kept).Select(p => (p.Text, p.Change)));
    }

    [Fact]
    public void Records_without_names_of_their_own_cost_what_their_number_is() => Growth.IsLinear(
        times => $"{{\"a\":[{string.Join(',', Enumerable.Repeat("{\"b\":\"c\",\"d\":1}", times))}]}}",
        2_000,
        json => DraftDiff.Between(json, "{}"),
        Budget);

    private static string Mixed(string[] parts, int times, int seed) => string.Concat(Enumerable.Range(0, times / 2)
        .Select(number => parts[(int)((uint)((number * 2654435761L) + (seed * 40503L)) >> 16) % parts.Length]));
}
