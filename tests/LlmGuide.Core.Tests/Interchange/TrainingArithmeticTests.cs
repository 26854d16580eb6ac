using static LlmGuide.Core.Tests.Interchange.WorkedNumbers;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The worked numbers on data, scaling, instructions, preferences and reasoning.</summary>
public sealed class TrainingArithmeticTests
{
    [Fact]
    public void What_filters_and_hashes_leave() => Holds(
        "pre-training-data",
        $"{15_000 / 96.0:0}B per snapshot",
        $"its baseline keeps 3.8T, or {100 * 3.8 / 240:0.0}%",
        $"this is {Candidate(0.8):0.0000} at $J = 0.8$, {Candidate(0.5):0.00} at $J = 0.5$, and {Candidate(0.3):0.00} at $J = 0.3$",
        $"$J = 60/(90 + 90 - 60) = {60 / 120.0:0.0}$",
        $"are read {0.8 * 1000 / 2000:0.0} times");

    [Fact]
    public void Readings_of_the_same_text() => Holds(
        "pre-training-data",
        $"Four readings are worth {Readings(4):0.0} times the text, sixteen {Readings(16):0.0}",
        $"forty {Readings(40):0.0}, and no number more than {1 + 15.387756:0.0}",
        $@"$0.08 \times 1000/5 = {0.08 * 1000 / 5:0}$ times instead of 2",
        $@"worth ${Readings(16):0.0}\times5={5 * Readings(16):0}$B");

    [Fact]
    public void A_budget_spent_in_six_ways()
    {
        const double Compute = 1.2e22;
        foreach (var size in new[] { 1, 2, 5, 20, 50 })
        {
            var tokens = Compute / 6 / (size * Billion);
            Holds(
                "training-at-scale",
                $"| {size}B | {tokens / Billion:#,0}B | {tokens / (size * Billion):#,0.#} | {Loss(size * Billion, tokens):0.000} |");
        }

        var best = Best(Compute, 482.01, 0.3478, 2085.43, 0.3658);
        var printed = Best(Compute, 406.4, 0.34, 410.7, 0.28);
        Holds(
            "training-at-scale",
            $"| {best / Billion:0.0}B | {Compute / 6 / best / Billion:0}B |",
            $"| {Compute / 6 / best / best:0} | {Loss(best, Compute / 6 / best):0.000} |",
            $"give {Compute / 6 / printed / printed:0} tokens per parameter at this budget",
            $"$10^{{-0.3478}}={Math.Pow(10, -0.3478):0.00}$",
            $@"$6\cdot 405\cdot 10^{{9}}\cdot 15.6\cdot 10^{{12}}={6 * 405 * 15.6 / 10_000:0.0}\cdot 10^{{25}}$");
    }

    [Fact]
    public void What_a_small_model_costs_in_training()
    {
        var (low, high) = (1e20, 1e26);
        for (var step = 0; step < 200; step++)
        {
            var middle = Math.Sqrt(low * high);
            var parameters = Best(middle, 482.01, 0.3478, 2085.43, 0.3658);
            (low, high) = Loss(parameters, middle / 6 / parameters) > Loss(8 * Billion, 15e12) ? (middle, high) : (low, middle);
        }

        var best = Best(low, 482.01, 0.3478, 2085.43, 0.3658);
        Holds(
            "training-at-scale",
            $"reach the loss of {best / Billion:0}B parameters on {Math.Round(low / 6 / best / 1e12 * 20) / 20:0.00}T",
            $"cost {6 * 8 * Billion * 15e12 / low:0.0} times the training");
    }

    [Fact]
    public void Memory_and_time_of_a_run() => Holds(
        "training-at-scale",
        $"Over 64 devices {10 * 16} GB become {10 * 16 / 64.0:0.0} GB each",
        $"{4 - 1}/{16 + 4 - 1} or {100 * 3 / 19.0:0}% for $p=4$, $m=16$",
        $"lifts the score from {Math.Pow(0.80, 10):0.00} to {Math.Pow(0.95, 10):0.00}",
        $@"$10 \times (4 + 12/64) \approx {10 * (4 + (12 / 64.0)):0.0}$ GB",
        $@"\approx {6 * 37 * 14.8 / 1000:0.0} \times 10^{{24}}$ operations over $1.0 \times 10^{{10}}$ GPU seconds");

    [Fact]
    public void Masks_mixtures_and_amounts() => Holds(
        "instruction-tuning",
        $"60 of 80, so {100 * 60 / 80}%",
        $@"\approx {100 * 1000 / 501_000.0:0.0}\%$, with the cap $1,000/11,000 \approx {100 * 1000 / 11_000.0:0.0}\%$",
        $"are {1e6 * 800 * 2 / Billion:0.0}B tokens");

    [Fact]
    public void Rewards_margins_and_distances() => Holds(
        "preference-optimization",
        $@"$\sigma(1) \approx {Sigmoid(1):0.00}$",
        $"{Distance(16):0.00} for $n=16$ and {Distance(64):0.00} for 64",
        $"the advantage is {1.0 - 0.4:0.0}",
        $@"$-\ln \sigma(0.5) \approx {-Math.Log(Sigmoid(0.5)):0.00}$, against $\ln 2 \approx {Math.Log(2):0.00}$");

    [Fact]
    public void Advantages_of_a_group()
    {
        var (one, seven, four) = (Deviation(1, 4), Deviation(7, 8), Deviation(4, 8));
        Holds(
            "reasoning-models",
            $"the mean is {1 / 4.0:0.00}, the deviation {one:0.000}",
            $"the advantages are ${0.75 / one:0.00}$ and three times $-{0.25 / one:0.00}$",
            $"one failure among eight gets $-{0.875 / seven:0.00}$, four among eight $-{0.5 / four:0}$ each",
            $"the seven get $+{0.125 / seven:0.00}$ each and the failure $-{0.875 / seven:0.00}$",
            $"without the division $+{1 - (7 / 8.0):0.000}$ and $-{7 / 8.0:0.000}$");
    }

    [Fact]
    public void Crossing_curves_and_prices() => Holds(
        "reasoning-models",
        $"has pass@1 0.10 and pass@64 {1 - Math.Pow(0.9, 64):0.000}",
        $"and the rest never has {0.6 * 0.9:0.00} and {0.6 * (1 - Math.Pow(0.1, 64)):0.00}",
        $"1,000 tokens at 60% are {1000 / 0.6:#,0} tokens, 8,000 at 80% are {8000 / 0.8:#,0}",
        $@"$1 - 0.7^{{10}} \approx {1 - Math.Pow(0.7, 10):0.00}$");

    private static double Candidate(double similarity) => 1 - Math.Pow(1 - Math.Pow(similarity, 5), 20);

    private static double Readings(int times) => 1 + (15.387756 * (1 - Math.Exp(-(times - 1) / 15.387756)));

    private static double Loss(double parameters, double tokens) =>
        1.8172 + (482.01 / Math.Pow(parameters, 0.3478)) + (2085.43 / Math.Pow(tokens, 0.3658));

    private static double Best(double compute, double a, double alpha, double b, double beta) =>
        Math.Pow(alpha * a / (beta * b), 1 / (alpha + beta)) * Math.Pow(compute / 6, beta / (alpha + beta));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Distance(int samples) => Math.Log(samples) - ((samples - 1.0) / samples);

    private static double Deviation(int right, int all) => Math.Sqrt((double)right / all * (all - right) / all);
}
