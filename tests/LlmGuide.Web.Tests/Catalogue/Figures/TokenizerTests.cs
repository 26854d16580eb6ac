using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using CsCheck;

namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>The tokenizer of the figure, compared with one that is written here in another way.</summary>
public sealed partial class TokenizerTests : IDisposable
{
    private static readonly string Merges = File.ReadAllText(Path.Combine(FigureScript.Folder, "data", "merges.txt"));

    private static readonly Dictionary<(string, string), int> Ranks = Merges.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select((line, rank) => (Parts: line.Split(' '), rank))
        .ToDictionary(merge => (merge.Parts[0], merge.Parts[1]), merge => merge.rank);

    private readonly FigureScript _script = new("tokenizer");

    public TokenizerTests() => _script.Run($"globalThis.merges = figure.ranks({JsonSerializer.Serialize(Merges)})");

    [Fact]
    public void The_vocabulary_is_a_few_thousand_merges_each_of_what_is_there_already()
    {
        Assert.Equal(3_000, Ranks.Count);
        var known = Enumerable.Range(0, 256).Select(value => Sign((byte)value)).ToHashSet(StringComparer.Ordinal);
        foreach (var ((left, right), _) in Ranks.OrderBy(merge => merge.Value))
        {
            Assert.True(known.Contains(left) && known.Contains(right), $"{left} {right}");
            known.Add(left + right);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("The unseen word hands, and seven more tokens")]
    [InlineData("   two  spaces\n\nand 12345 digits ")]
    [InlineData("हिन्दी, 你好, naïve, 🙂🙂")]
    public void A_text_is_cut_as_the_other_tokenizer_cuts_it_and_nothing_is_lost(string text) => Compare(text);

    // An engine is for one thread at a time.
    [Fact]
    public void Any_text_is_cut_as_the_other_tokenizer_cuts_it() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Char['\u00A0', '\u0400']), 0, 40]
            .Sample(Compare, iter: 60, threads: 1);

    [Fact]
    public void Each_step_makes_one_merge()
    {
        Assert.Equal(5, _script.Number("encode('hands', merges, 0).tokens.length"));
        Assert.Equal(4, _script.Number("encode('hands', merges, 1).tokens.length"));
        Assert.Equal("␣", _script.Text("shown('Ġ')"));
        Assert.Equal("E0A4", _script.Text("shown(figure.encode('ह', new Map()).tokens.slice(0, 2).join(''))"));
    }

    public void Dispose() => _script.Dispose();

    private void Compare(string text)
    {
        var tokens = JsonSerializer.Deserialize<string[]>(_script.Json($"encode({JsonSerializer.Serialize(text)}, merges).tokens"))!;
        Assert.Equal(Encode(text), tokens);
        Assert.Equal(Encoding.UTF8.GetBytes(text), string.Concat(tokens).Select(sign => (byte)(sign >= 256 ? sign - 256 : sign)));
    }

    /// <summary>Word by word, and in each the merge of the lowest rank, one pair at a time.</summary>
    private static List<string> Encode(string text)
    {
        var tokens = new List<string>();
        foreach (Match word in Piece().Matches(text))
        {
            var parts = Encoding.UTF8.GetBytes(word.Value).Select(Sign).ToList();
            while (Enumerable.Range(0, parts.Count - 1).Where(i => Ranks.ContainsKey((parts[i], parts[i + 1])))
                .OrderBy(i => Ranks[(parts[i], parts[i + 1])]).Cast<int?>().FirstOrDefault() is { } at)
            {
                parts[at] += parts[at + 1];
                parts.RemoveAt(at + 1);
            }

            tokens.AddRange(parts);
        }

        return tokens;
    }

    private static string Sign(byte value) => ((char)(value is > 32 and < 127 ? value : 256 + value)).ToString();

    [GeneratedRegex(@" ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();
}
