using LlmGuide.Core.Leaderboards.Metrics.Scoring;

namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>
/// What the figures that can be touched compute, compared with the numbers that the texts of the guide work out, with Core, or with the
/// same computed here in another way.
/// </summary>
public sealed class FigureNumberTests
{
    private const double Rounded = 0.005;

    [Fact]
    public void Attention_reads_the_row_that_the_text_works_by_hand()
    {
        using var script = new FigureScript("attention");
        const string Keys = "[[1, 1, 1, 1], [1, -1, 1, -1]]";
        Equal([0.88, 0.12], script.Numbers($"weights([1, 1, 1, 1], {Keys}, () => true)"));
        Equal([0.98, 0.02], script.Numbers($"weights([1, 1, 1, 1], {Keys}, () => true, false)"));
        Equal([1, 0], script.Numbers($"weights([1, 1, 1, 1], {Keys}, i => i === 0)"));
        Assert.Equal([0, 0], script.Numbers("row(3, true, true)")[4..]);
        Assert.Equal(1, script.Numbers("row(4, true, true)").Sum(), 12);
    }

    [Fact]
    public void Rotated_arrows_have_the_score_of_their_distance()
    {
        using var script = new FigureScript("rotary");
        Equal([0, 1], script.Numbers("turn([1, 0], 3, 30)"));
        Equal([0.87, 0.5], script.Numbers("turn([1, 0], 1, 30)"));
        for (var shift = 0; shift < 20; shift++)
        {
            Assert.Equal(0.5, script.Number($"score({3 + shift}, {1 + shift}, 30)"), 12);
        }
    }

    [Fact]
    public void The_cache_of_the_text_on_inference_is_131072_bytes_for_a_token()
    {
        const string State = "{ billions: 8, layers: 32, heads: 32, group: 4, size: 128, context: 8000, sequences: 16, bits: 16 }";
        using var script = new FigureScript("kv-cache");
        Assert.Equal(131_072, script.Number("bytesPerToken({ layers: 32, heads: 8, size: 128, bits: 16 })"));
        Assert.Equal(69_120, script.Number("latentBytesPerToken({ layers: 60, bits: 16 })"));
        Assert.Equal(16 * 8_000 * 131_072d, script.Number($"caches({State}).grouped"));
        Assert.Equal(4 * 16 * 8_000 * 131_072d, script.Number($"caches({State}).each"));
        Assert.Equal(16e9, script.Number($"weightBytes({State})"));
    }

    [Theory]
    [InlineData("qv", 4_194_304)]
    [InlineData("attention", 8_388_608)]
    [InlineData("all", 18_874_368)]
    public void An_update_of_rank_8_trains_what_the_table_says(string what, double weights)
    {
        using var script = new FigureScript("lora");
        Assert.Equal(65_536, script.Number("pairWeights(8, 4096, 4096)"));
        Assert.Equal(weights, script.Number($"total({{ width: 4096, layers: 32, rank: 8, what: '{what}' }})"));
    }

    [Theory]
    [InlineData(0.5, new[] { 0.87, 0.12, 0.02 }, 2, 1, 2)]
    [InlineData(1, new[] { 0.67, 0.24, 0.09 }, 2, 2, 3)]
    [InlineData(2, new[] { 0.51, 0.31, 0.19 }, 2, 3, 3)]
    public void Sampling_keeps_what_the_table_of_decoding_says(double temperature, double[] probabilities, int topK, int topP, int minP)
    {
        using var script = new FigureScript("sampling");
        var all = FormattableString.Invariant($"tempered([2, 1, 0], {temperature})");
        Equal(probabilities, script.Numbers(all));
        Assert.Equal(
            (topK, topP, minP),
            (Kept("{ topK: 2 }"), Kept("{ topP: 0.85 }"), Kept("{ minP: 0.1 }")));
        var drawn = FormattableString.Invariant($"distribution([2, 1, 0], {{ temperature: {temperature}, topP: 0.85 }})");
        Assert.Equal(1, script.Numbers(drawn).Sum(), 12);

        int Kept(string rules) => (int)script.Number($"kept(figure.{all}, {rules}).filter(stays => stays).length");
    }

    [Theory]
    [InlineData(1e9, 2_000e9, 2.240)]
    [InlineData(2e9, 1_000e9, 2.183)]
    [InlineData(5e9, 400e9, 2.140)]
    [InlineData(20e9, 100e9, 2.141)]
    [InlineData(50e9, 40e9, 2.185)]
    public void The_law_gives_the_losses_of_the_table(double parameters, double tokens, double loss)
    {
        using var script = new FigureScript("scaling-law");
        Assert.Equal(tokens, script.Number(FormattableString.Invariant($"tokensFor(1.2e22, {parameters})")), tokens / 1e9);
        Assert.Equal(loss, script.Number(FormattableString.Invariant($"loss({parameters}, {tokens})")), 0.0005);

        // The best split is a minimum: nothing a hundredth to either side is lower.
        var best = script.Number("best(1.2e22)");
        Assert.Equal(9.9e9, best, 0.05e9);
        Assert.True(Loss(best) < Loss(best * 1.01) && Loss(best) < Loss(best / 1.01));

        double Loss(double n) => script.Number(FormattableString.Invariant($"loss({n:R}, {1.2e22 / (6 * n):R})"));
    }

    [Fact]
    public void A_router_with_a_limit_drops_what_stands_above_it()
    {
        using var script = new FigureScript("router");
        Assert.Equal(640, script.Number("capacity({ experts: 8, perToken: 1, factor: 1.25 })"));
        Assert.Equal(1, script.Number("imbalance({ experts: 8, skew: 0 })"), 12);
        Assert.Equal(8, script.Number("imbalance({ experts: 8, skew: 1000 })"), 12);
        Assert.Equal(0, script.Number("dropped({ experts: 8, perToken: 1, factor: 1.25, skew: 0 })"));
        Assert.Equal(0, script.Number("dropped({ experts: 8, perToken: 1, factor: 0, skew: 1 })"));
        var loads = script.Numbers("loads({ experts: 8, perToken: 2, skew: 0.5 })");
        Assert.Equal(8_192, loads.Sum(), 4d);
        Assert.Equal(
            loads.Sum(load => Math.Max(0, load - 1_280)),
            script.Number("dropped({ experts: 8, perToken: 2, factor: 1.25, skew: 0.5 })"));
    }

    [Fact]
    public void Weights_come_back_as_the_text_on_quantization_says()
    {
        const string Sample = "figure.sample(false)";
        using var script = new FigureScript("quantizer");
        Equal([0.44, -1.54, 2.54, 0.08], script.Numbers("quantize([0.437, -1.54, 2.54, 0.071], 8, 4)"), 1e-9);
        Equal([0.4, -1.6, 25.4, 0], script.Numbers("quantize([0.437, -1.54, 25.4, 0.071], 8, 4)"), 1e-9);
        Assert.Equal(4.125, script.Number("bitsPerWeight(4, 128)"));
        Assert.Equal(256, script.Number("sample(false).length"));
        var errors = Enumerable.Range(2, 7)
            .Select(bits => script.Number($"error({Sample}, figure.quantize({Sample}, {bits}, 32))")).ToList();
        Assert.Equal(errors.OrderDescending(), errors);
    }

    [Theory]
    [InlineData(0.8, 4, 0.05)]
    [InlineData(0.5, 7, 0.2)]
    [InlineData(0, 3, 0.1)]
    [InlineData(1, 5, 0.1)]
    public void A_check_of_guesses_gives_the_sum_of_its_chances(double acceptance, int draft, double cost)
    {
        using var script = new FigureScript("speculative");
        var sum = Enumerable.Range(0, draft + 1).Sum(i => Math.Pow(acceptance, i));
        Assert.Equal(sum, script.Number(FormattableString.Invariant($"expected({acceptance}, {draft})")), 9);
        Assert.Equal(sum / ((draft * cost) + 1), script.Number(FormattableString.Invariant($"speedUp({acceptance}, {draft}, {cost})")), 9);
    }

    [Fact]
    public void A_hundred_questions_split_as_the_text_on_retrieval_says()
    {
        using var script = new FigureScript("retrieval");
        const string State = "{ found: 0.8, withIt: 0.725, without: 0.1 }";
        Equal([0.58, 0.22, 0.02, 0.18], script.Numbers($"parts({State}) && Object.values(figure.parts({State}))"), 1e-9);
        Assert.Equal(0.6, script.Number($"answered({State})"), 9);
    }

    [Fact]
    public void Error_bars_are_those_of_the_text_and_of_Core()
    {
        using var script = new FigureScript("error-bars");
        Assert.Equal(0.036, script.Number("standardError(0.5, 198)"), 0.0005);
        Assert.Equal(15 / 70d, script.Number("passHatK(8, 6, 4)"), 9);
        for (var c = 0; c <= 8; c++)
        {
            for (var k = 1; k <= 8; k++)
            {
                Assert.Equal(PassAtK.Problem(8, c, k), script.Number($"passAtK(8, {c}, {k})"), 9);
            }
        }

        // On the same questions: the variance of +1, 0 and −1, for 20 gains and 10 losses among 200.
        var variance = (30 / 200d) - Math.Pow(10 / 200d, 2);
        Assert.Equal(Math.Sqrt(variance / 200), script.Number("paired(0.5, 0.55, 0.15, 200)"), 9);
    }

    private static void Equal(double[] expected, double[] actual, double within = Rounded)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, within));
    }
}
