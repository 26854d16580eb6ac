using static LlmGuide.Core.Tests.Interchange.WorkedNumbers;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The worked numbers on distillation, oversight and evaluation.</summary>
public sealed class AlignmentArithmeticTests
{
    private static readonly double[] Teacher = [0.49, 0.02, 0.49];
    private static readonly double[] Spread = [0.34, 0.32, 0.34];
    private static readonly double[] Settled = [0.96, 0.02, 0.02];

    [Fact]
    public void What_over_training_buys()
    {
        const double Parameters = 1.7 * Billion, Tokens = 11_000 * Billion, Compute = 6 * Parameters * Tokens;
        var optimal = Math.Sqrt(Compute / (6 * 20));
        Holds(
            "distillation-and-small-models",
            $"{Tokens / Parameters:#,0} per parameter",
            $@"6ND\approx{Compute / 1e23:0.0}\cdot10^{{23}}",
            $"a model of {optimal / Billion:0}B on {20 * optimal / 1e12:0.00}T tokens",
            $"and {optimal / Parameters:0} times dearer");
    }

    [Fact]
    public void Divergence_in_both_directions() => Holds(
        "distillation-and-small-models",
        $"is {Divergence(Teacher, Spread):0.00} for $a$ and {Divergence(Teacher, Settled):0.00} for $b$",
        $"is {Divergence(Spread, Teacher):0.00} for $a$ and {Divergence(Settled, Teacher):0.00} for $b$");

    [Fact]
    public void Off_the_path_and_onto_a_device() => Holds(
        "distillation-and-small-models",
        $@"1-0.999^{{1000}}\approx{100 * (1 - Math.Pow(0.999, 1000)):0}\%",
        $@"takes {3 * 4.25 / 8:0.0} GB and can write at most $60/1.6\approx{60 / 1.6:0}$ tokens",
        $"The remaining {4 - 1.6:0.0} GB",
        $@"$50/20={50 / 20.0:0.0}$ GB of weights per token, $2.5\cdot8/4.25\approx{2.5 * 8 / 4.25:0.0}$ billion",
        $"allow over {Math.Floor(6 * 8 / 4.25)} billion",
        $@"$0.98^8\approx{100 * Math.Pow(0.98, 8):0}\%$");

    [Fact]
    public void Rare_hacks_and_alarms() => Holds(
        "oversight-and-alignment-failures",
        $@"$0.97^{{100}}\approx{Math.Pow(0.97, 100):0.00}$",
        $"at least {200 * (0.92 - 0.61):0} tasks",
        $"gives {100 * 0.95:0} right and {9900 * 0.02:0} false alarms in 10,000 runs",
        $"an alarm is right in {100 * 95 / (95 + 198.0):0}% of cases",
        $@"$9,900\cdot0.002\approx{9900 * 0.002:0}$ honest runs flagged: {100 * 95 / (95 + 19.8):0}% of alarms",
        $"it is {10 * 0.95:0.0} against {9990 * 0.002:0}, so {100 * 9.5 / (9.5 + 19.98):0}%");

    [Fact]
    public void From_samples_to_a_score() => Holds(
        "llm-evaluation",
        $"sum to $-3.2$, the sum picks Paris and the mean per token, $-{3.2 / 4:0.0}$",
        $@"pass@1 is {3 / 10.0:0.00} and pass@5 is $1-{Choose(7, 5):0}/{Choose(10, 5):0}\approx{1 - (Choose(7, 5) / Choose(10, 5)):0.00}$",
        $@"$1 - \binom{{3}}{{2}}/\binom{{4}}{{2}} = 1 - 3/6 = {1 - (Choose(3, 2) / Choose(4, 2)):0.0}$",
        $"The shortcut gives {1 - Math.Pow(0.75, 2):0.0000}",
        $"100 points mean winning {100 / (1 + Math.Pow(10, -100 / 400.0)):0}% of decided battles",
        $"Averaged over both orders A wins {(60 + 45) / 2.0:0.0}%");

    [Fact]
    public void Error_bars() => Holds(
        "llm-evaluation",
        $@"that is {StandardError(0.5, 198):0.0} points, a 95% interval of $\pm{1.96 * StandardError(0.5, 198):0.0}$",
        $@"$\sqrt{{1+4\cdot0.5}}\approx{Math.Sqrt(1 + (4 * 0.5)):0.0}$",
        $"A leads by {100 * (22 - 12) / 198.0:0.0} points",
        $@"(22-12)/\sqrt{{34}} \approx {(22 - 12) / Math.Sqrt(34):0.00}$",
        $@"$\sqrt{{0.25/200}}\approx{StandardError(0.5, 200):0.0}$ points",
        $@"times $\sqrt{{1+4\cdot0.4}}\approx{Math.Sqrt(2.6):0.00}$",
        $"so {StandardError(0.5, 200) * Math.Sqrt(2.6):0.0} points. The 200 questions carry as much information as about {200 / 2.6:0}",
        $"with 30 questions the standard error at 0.9 is {StandardError(0.9, 30):0.0} points");

    [Fact]
    public void The_best_of_ten_variants_gains_by_luck()
    {
        // The mean of the largest of ten standard normal numbers, by integrating x over its density.
        var steps = Enumerable.Range(-8000, 16_001).Select(i => i / 1000.0);
        var gain = steps.Sum(x => x * 10 * Math.Pow(Below(x), 9) * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / 1000);
        Holds("llm-evaluation", $"each with a standard error of 10 rating points, and you gain {10 * gain:0} by luck");
    }

    private static double Divergence(double[] p, double[] q) => p.Zip(q, (a, b) => a * Math.Log(a / b)).Sum();

    /// <summary>The normal distribution, by the series of Marsaglia.</summary>
    private static double Below(double x)
    {
        var (term, sum) = (x, x);
        for (var i = 3; Math.Abs(term) > 1e-16; i += 2)
        {
            sum += term *= x * x / i;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
