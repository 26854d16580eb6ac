using System.Globalization;

using LlmGuide.Core.Figures;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Figures;

/// <summary>The numbers that the drawings tell, computed again. Those that can be touched are compared with their scripts.</summary>
public sealed class FigureArithmeticTests
{
    private static readonly FigureLibrary Library = FigureLibrary.Read(GuideDatabase.SeedFolder);

    [Fact]
    public void Every_drawing_that_ships_is_sound() => Assert.Empty(Library.Faults);

    [Fact]
    public void Two_pages_become_candidates_by_the_curve_of_bands() =>
        Tells("near-copies", "0.3", Chance(0.3), Chance(0.5), Chance(0.8, 4));

    [Fact]
    public void Two_models_cross_between_eight_and_nine_samples()
    {
        Tells("curves-cross", Number(1 - Math.Pow(0.9, 1)), Number(1 - Math.Pow(0.9, 64), 3), Number(0.6 * 0.9), Number(0.6));
        Assert.True(Often(8) < Rarely(8) && Often(9) > Rarely(9));

        static double Often(int k) => 1 - Math.Pow(0.9, k);
        static double Rarely(int k) => 0.6 * (1 - Math.Pow(0.1, k));
    }

    [Fact]
    public void Each_divergence_prefers_another_student()
    {
        double[] teacher = [0.49, 0.02, 0.49], spread = [0.34, 0.32, 0.34], settled = [0.96, 0.02, 0.02];
        Tells(
            "which-divergence",
            Number(Divergence(teacher, spread)), Number(Divergence(teacher, settled)),
            Number(Divergence(spread, teacher)), Number(Divergence(settled, teacher)));

        static double Divergence(double[] p, double[] q) => p.Zip(q, (a, b) => a * Math.Log(a / b)).Sum();
    }

    [Fact]
    public void Most_alarms_about_what_is_rare_are_false()
    {
        var (right, wrong) = (10_000 * 0.01 * 0.95, 10_000 * 0.99 * 0.02);
        Tells(
            "alarms", $"{right} of the hacks", $"{wrong} of the honest",
            $"Of {right + wrong} alarms", $"{Math.Round(100 * right / (right + wrong))} percent");
    }

    [Fact]
    public void Once_in_k_trials_is_likelier_than_all_k()
    {
        Tells("once-and-always", [.. Enumerable.Range(1, 2).Select(k => Number(1 - (Choose(2, k) / Choose(8, k))))]);
        Tells("once-and-always", [.. Enumerable.Range(1, 6).Select(k => Number(Choose(6, k) / Choose(8, k)))]);

        static double Choose(int n, int k) => Enumerable.Range(0, k).Aggregate(1d, (product, i) => product * (n - i) / (i + 1));
    }

    [Fact]
    public void A_window_holds_32_demonstrations_and_35_steps()
    {
        Tells("same-weights", $"{(2_048 - 128) / 60} demonstrations");
        Tells("context-budget", $"{(200_000 - 3_000 - 15_000 - 40_000) / 4_000} steps", "142,000");
        Assert.Equal(142_000, 200_000 - 3_000 - 15_000 - 40_000);
    }

    [Fact]
    public void The_parts_of_gpt_oss_add_up()
    {
        const double Expert = 3 * 2880d * 2880 / 1e9;
        const double Attention = ((2 * 4096d) + (2 * 512)) * 2880 * 36 / 1e9;
        const double Embedding = 201_088d * 2880 / 1e9;
        const double All = Expert * 128 * 36;
        const double Used = Expert * 4 * 36;
        Tells("parameters-of-gpt-oss", Number(All, 1), Number(2 * Embedding), Number(All + Attention + (2 * Embedding), 1));
        Tells("parameters-of-gpt-oss", Number(Used, 1), Number(Attention), Number(Embedding), Number(Used + Attention + Embedding, 1));
    }

    [Fact]
    public void Twenty_steps_fare_better_with_a_check_and_a_retry() =>
        Tells("agent-loop", Number(Math.Pow(0.95, 20)), Number(Math.Pow(0.95 + (0.05 * 0.8 * 0.95), 20)));

    private static string Chance(double similarity, int digits = 2) => Number(1 - Math.Pow(1 - Math.Pow(similarity, 5), 20), digits);

    private static string Number(double value, int digits = 2) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static void Tells(string slug, params string[] numbers)
    {
        var told = Library.Find(slug)!.Description;
        Assert.All(numbers, number => Assert.Contains(number, told, StringComparison.Ordinal));
    }
}
