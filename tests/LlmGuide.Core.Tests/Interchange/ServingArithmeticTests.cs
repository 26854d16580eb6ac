using System.Globalization;

using static LlmGuide.Core.Tests.Interchange.WorkedNumbers;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The worked numbers on number formats, inference, retrieval, agents and their security.</summary>
public sealed class ServingArithmeticTests
{
    private static readonly double[] Levels = [0, 0.5, 1, 1.5, 2, 3, 4, 6];

    [Fact]
    public void Bits_of_a_block_format()
    {
        var scale = (8 / 64.0) + (32 / (64.0 * 256));
        Holds(
            "quantization",
            $"$4+16/128={4 + (16 / 128.0):0.000}$",
            $"$4+{scale:0.000}={4 + scale:0.000}$",
            $"$4+8/32={4 + (8 / 32.0):0.00}$",
            $"$4+8/16={4 + (8 / 16.0):0.0}$",
            $"$8+8/32={8 + (8 / 32.0):0.00}$",
            $@"\approx{scale:0.000}$, so {0.5 - scale:0.000} bits per weight",
            $@"$65\cdot0.373/8\approx{65 * (0.5 - scale) / 8:0.0}$ GB, beside the {65 * (4 + scale) / 8:0.0} GB",
            $@"$32 \times 4.25/8 = {32 * 4.25 / 8:0}$ GB",
            $"117B parameters at 4.25 bits are {117 * 4.25 / 8:0} GB",
            $@"$\ln 1.05 \approx {Math.Log(1.05):0.000}$");
    }

    [Fact]
    public void Integers_and_small_floats_by_hand()
    {
        double[] x = [0.437, -1.54, 2.54, 0.071];
        var s = 2.54 / 127;
        Holds(
            "quantization",
            $"Then $s = {s:0.00}$, $q = ({Joined(x.Select(v => Math.Round(v / s)))})$",
            $"gets the scale {Scale(2.54):0.0} and comes back as $({Joined(x.Select(v => Float(v, 2.54)))})$",
            $"the scale becomes {25.4 / 127:0.0}",
            $"come back as ${0.2 * Math.Round(x[0] / 0.2):0.0}$, ${0.2 * Math.Round(x[1] / 0.2):0.0}$ and ${Math.Round(x[3] / 0.2)}$",
            $"The scale is $2^{{4-2}}={Scale(22)}$",
            $"the values are {22 / Scale(22)}, {9 / Scale(22)}, {1.4 / Scale(22)} and {0.8 / Scale(22)}",
            $"so {Float(22, 22)}, {Float(9, 22)}, {Float(1.4, 22)} and {Float(0.8, 22)}.");
    }

    [Fact]
    public void Tokens_per_second_from_bandwidth()
    {
        const double Cache = 2.0 * 32 * 8 * 128 * 2;
        var (one, many) = (Step(1), Step(16));
        Holds(
            "efficient-inference",
            $"or {2 * 8 * Billion / 1e14 * 1000:0.00} ms",
            $"{1000 / 16.0:0.0} tokens per second is the ceiling",
            $"= {Cache:0}$ bytes, and 8000 tokens about {8000 * Cache / Billion:0.00} GB",
            $"At $B=1$ this gives {one:0} ms and {1000 / one:0} tokens per second",
            $"at $B=16$ it gives {many:0} ms: {16_000 / many:0} tokens per second in total, {1000 / many:0} for each",
            $"so $B = {Math.Floor((40 - 16) / 1.05)}$; memory allows $16 + 1.05B \\le 48$, so $B = {Math.Floor((48 - 16) / 1.05)}$",
            $@"(1-0.8^5)/(1-0.8) \approx {(1 - Math.Pow(0.8, 5)) / 0.2:0.00}$",
            $"$3.36/1.4 = {3.36 / 1.4:0.0}$");
        static double Step(int batch) => (16 + (batch * 8000 * Cache / Billion)) / 1000 * 1000;
    }

    [Fact]
    public void Running_softmax_and_shared_blocks()
    {
        var (first, blocks, full) = (1 + Math.Exp(-1), Math.Ceiling(600 / 16.0), Math.Floor(500 / 16.0));
        var both = (first * Math.Exp(-2)) + 1 + Math.Exp(-4);
        Holds(
            "efficient-inference",
            $@"$\ell=1+e^{{-1}}\approx{first:0.000}$",
            $@"$\ell=1.368\,e^{{-2}}+1+e^{{-4}}\approx{both:0.000}$",
            $@"e^{{-2}}+e^{{-3}}+1+e^{{-4}}\approx{Math.Exp(-2) + Math.Exp(-3) + 1 + Math.Exp(-4):0.000}$",
            $"={blocks}$ blocks, {4 * blocks} in all. The prompt fills {full} blocks",
            $@"${full}+4\cdot{blocks - full}={full + (4 * (blocks - full))}$ blocks");
    }

    [Fact]
    public void Ranks_fused_and_passages_summed() => Holds(
        "retrieval-augmented-generation",
        $"ranked 1st and 40th gets {(1 / 61.0) + (1 / 100.0):0.000}, one ranked 5th and 6th gets {(1 / 65.0) + (1 / 66.0):0.000}",
        $"$0.6\\cdot0.05+0.4\\cdot0.05={(0.6 * 0.5 * 0.1) + (0.4 * 0.1 * 0.5):0.00}$",
        $@"=0.34\cdot0.26\approx{((0.6 * 0.5) + (0.4 * 0.1)) * ((0.6 * 0.1) + (0.4 * 0.5)):0.000}$",
        $"{127 + 128} in all, for the price of encoding {2 * 128} passages",
        $@"$200,000 \times 0.005 = {200_000 * 0.005:#,0}$ seconds",
        $"Another {80 - 58} failed although the passage was there. The {60 - 58} right answers without it");

    [Fact]
    public void Steps_of_an_agent() => Holds(
        "agents-and-tools",
        $@"$0.95^{{20}}\approx{Math.Pow(0.95, 20):0.00}$",
        $@"$0.95+0.05\cdot0.8\cdot0.95={0.95 + (0.05 * 0.8 * 0.95):0.000}$, and 20 steps with {Math.Pow(0.988, 20):0.00}",
        $"={1000 * 20 * 21 / 2:#,0}$ tokens. Only {20 * 1000:#,0} of them are new",
        $"the other {210_000 - 20_000:#,0} are not computed again",
        $"billed at a tenth, you pay as for {20_000 + (190_000 / 10):#,0}",
        $@"$0.99^{{20}} \approx {Math.Pow(0.99, 20):0.00}$",
        $@"$p = 0.95^{{1/20}} \approx {Math.Pow(0.95, 1 / 20.0):0.0000}$");

    [Fact]
    public void The_budget_of_a_window() => Holds(
        "agent-engineering",
        $@"$(200,000-18,000-40,000)/4,000\approx{Math.Floor((200 - 18 - 40) / 4.0)}$ steps",
        $@"(1+\dots+48)={4000 * 48 * 49 / 2 / Million:0.0}$ million tokens",
        $@"(1+\dots+12)={4 * 4000 * 12 * 13 / 2 / Million:0.00}$ million",
        $@"(200,000-18,000-40,000-6,000)/4,000={(200 - 18 - 40 - 6) / 4}$ steps",
        $@"$136,000/2,500\approx{136_000 / 2500.0:0}$");

    [Fact]
    public void Success_that_repeats() => Holds(
        "evaluating-agents",
        $@"pass^1 is {6 / 8.0:0.00} and pass^4 is ${Choose(6, 4):0}/{Choose(8, 4):0}\approx{Choose(6, 4) / Choose(8, 4):0.00}$",
        $@"$0.37^4\approx{Math.Pow(0.37, 4):0.000}$, or {100 * Math.Pow(0.37, 4):0.0}",
        $@"the standard error is {StandardError(0.6, 89):0.0} points and the 95% interval $\pm{1.96 * StandardError(0.6, 89):0}$",
        $@"$\binom52/\binom82={Choose(5, 2):0}/{Choose(8, 2):0}\approx{Choose(5, 2) / Choose(8, 2):0.00}$",
        $@"$\binom54/\binom84={Choose(5, 4):0}/{Choose(8, 4):0}\approx{Choose(5, 4) / Choose(8, 4):0.00}$",
        $"The shortcut gives {Math.Pow(5 / 8.0, 4):0.00}",
        $"about {StandardError(0.52, 89):0.0} points");

    [Fact]
    public void Attackers_try_again() => Holds(
        "safety",
        $@"$1-0.99^{{200}}\approx{1 - Math.Pow(0.99, 200):0.00}$",
        $@"$1-0.98^{{100}}\approx{1 - Math.Pow(0.98, 100):0.00}$");

    private static double Scale(double largest) => Math.Pow(2, Math.Floor(Math.Log2(largest)) - 2);

    private static double Float(double x, double largest) =>
        Math.Sign(x) * Levels.MinBy(level => Math.Abs((Math.Abs(x) / Scale(largest)) - level)) * Scale(largest);

    private static string Joined(IEnumerable<double> numbers) =>
        string.Join(", ", numbers.Select(n => (n == 0 ? 0 : n).ToString(CultureInfo.InvariantCulture)));
}
