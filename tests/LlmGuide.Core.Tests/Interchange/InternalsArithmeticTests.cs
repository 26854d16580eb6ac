using static LlmGuide.Core.Tests.Interchange.WorkedNumbers;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The worked numbers on the block, experts, long context, open models and what goes on inside.</summary>
public sealed class InternalsArithmeticTests
{
    private const double GiB = 1 << 30;

    [Fact]
    public void Rotations()
    {
        var slowest = Math.Pow(10_000, -126 / 128.0);
        Holds(
            "inside-the-block",
            $"the key becomes $({Math.Cos(Math.PI / 6):0.00},{Math.Sin(Math.PI / 6):0.0})$",
            $"their dot product is {Math.Cos(Math.PI / 3):0.0}",
            $@"a full turn in $2\pi\approx {2 * Math.PI:0.0}$ tokens",
            $@"$10000^{{-126/128}}\approx {slowest:0.000000}$, a full turn in about {Math.Round(2 * Math.PI / slowest / 100) * 100:#,0}");
    }

    [Fact]
    public void Caches_of_three_designs()
    {
        const int Layers = 60, Heads = 128, Size = 128, Context = 131_072;
        double full = 2 * Layers * Heads * Size * 2, grouped = 2 * Layers * 8 * Size * 2, latent = Layers * (512 + 64) * 2;
        Holds(
            "inside-the-block",
            $"would cost {full / Million:0.0} MB per token, {full * Context / GiB:0} GiB for 131,072 tokens",
            $"8 key/value heads would leave {grouped * Context / GiB:0} GiB",
            $@"$60\cdot(512+64)\cdot 2={latent:#,0}$ bytes per token, {latent * Context / GiB:0.0} GiB",
            $@"$(512+64)/(2\cdot128)={(512 + 64) / (2.0 * 128):0.00}$ groups",
            $"{2 * 80 * 8 * 128 * 2:#,0}$ bytes per token, times 4,096 tokens gives {2 * 80 * 8 * 128 * 2 * 4096 / GiB:0.00} GiB",
            $"it saves about {50_000 * 4096 / Million:0} million parameters");
    }

    [Fact]
    public void Total_and_active_parameters()
    {
        const double Expert = 3 * 2048 * 1024, Attention = 16 * 4 * 2048.0 * 2048, Table = 2 * 50_304.0 * 2048;
        Holds(
            "mixture-of-experts",
            $@"$3\cdot 2048\cdot 1024\approx {Expert / Million:0.0}$ million parameters",
            $@"$16\cdot 64\cdot 6.3\text{{M}}={16 * 64 * Expert / Billion:0.00}$B",
            $@"$16\cdot 8\cdot 6.3\text{{M}}={16 * 8 * Expert / Billion:0.00}$B",
            $@"$16\cdot 4\cdot 2048^2$ | {Attention / Billion:0.00}B",
            $@"$2\cdot 50304\cdot 2048$ | {Table / Billion:0.00}B",
            $"| Sum | {((16 * 64 * Expert) + Attention + Table) / Billion:0.0}B |",
            $"| {((16 * 8 * Expert) + Attention + Table) / Billion:0.0}B |",
            $"{6.9 * 2:0.0} GB in 16 bits",
            $@"$1-(7/8)^{{16}}={100 * (1 - Math.Pow(7 / 8.0, 16)):0}\%$");
    }

    [Fact]
    public void Load_of_experts() => Holds(
        "mixture-of-experts",
        $@"$1.25 \cdot 4096/8={1.25 * 4096 / 8:0}$",
        $@"$4 \cdot (0.49+3 \cdot 0.01)={4 * (0.49 + 0.03):0.00}$",
        $"{100 * 13 / 47.0:0}% in Mixtral, {100 * 1.3 / 6.9:0}% in OLMoE, {100 * 37 / 671.0:0.0}% in DeepSeek-V3",
        $"{100 * 32 / 1000.0:0.0}% in Kimi K2, {100 * 49 / 1600.0:0.0}% in the larger",
        $"work out the shared part, {47 - (8 * (47 - 13) / 6.0):0.0}B, and one expert over all layers, {(47 - 13) / 6.0:0.0}B");

    [Fact]
    public void A_state_against_a_cache()
    {
        const double Latent = (512 + 64) * 2, State = 20 * 32 * 128 * 128 * 2, Context = 1 << 20;
        Holds(
            "long-context-and-alternatives",
            $"which is {6 * 4096:#,0} tokens for $d=4096$",
            $@"$0.6\cdot5+0.8\cdot3={(0.6 * 5) + (0.8 * 3):0.0}$",
            $@"$7\cdot576\cdot2={7 * Latent:#,0}$ bytes per token instead of $27\cdot576\cdot2={27 * Latent:#,0}$",
            $"take {State / Million:0} MB, as much as those layers would cache for {State / (20 * Latent):0} tokens",
            $"At 1,048,576 tokens that is {((7 * Latent * Context) + State) / GiB:0.0} GiB against {27 * Latent * Context / GiB:0.0}",
            $@"$24 \times 255 = {24 * 255}$ positions back, and a distance of 4,999 needs at least {Math.Ceiling(4999 / 255.0)} layers");
    }

    [Fact]
    public void Tokens_per_parameter_and_memory() => Holds(
        "open-weight-models",
        $"| 175B | 0.3T | {300 / 175.0:0.0} |",
        $"| 405B | 15.6T | {15_600 / 405.0:0} |",
        $"| 671B, 37B | 14.8T | {14_800 / 37.0:0} |",
        $"| 32B | 5.5T | {5500 / 32.0:0} |",
        $"over {Math.Floor(32_000 / 49.0 / 10) * 10:0} |",
        $"at 2 dollars an hour that is {2.788 * 2:0.000} million dollars",
        $"they need {8 * 2}, {32 * 2}, {70 * 2} and {47 * 2} GB",
        $"they need about {8 / 2}, {32 / 2}, {70 / 2} and {47 / 2.0:0.0} GB");

    [Fact]
    public void Overlap_shrinkage_and_restoration() => Holds(
        "interpretability",
        $@"$1/\sqrt{{512}} \approx {1 / Math.Sqrt(512):0.000}$",
        $@"so with $\lambda=0.4$ a feature of strength 1 comes out as {1 - (0.4 / 2):0.0}",
        $"an effect of $0.60-0.05={0.60 - 0.05:0.00}$",
        $"always {50 - 1} positions back");
}
