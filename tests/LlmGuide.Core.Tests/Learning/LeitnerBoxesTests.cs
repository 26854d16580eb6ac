using CsCheck;

using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Learning.Reviews;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>When a check comes back, whatever is answered and whenever.</summary>
public sealed class LeitnerBoxesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Verdict Verdict, bool Helped, int Hours)[]> Answers =
        Gen.Select(Gen.Enum<Verdict>(), Gen.Bool, Gen.Int[0, 24 * 90]).Array[1, 30];

    [Fact]
    public void Who_is_right_whenever_it_is_due_waits_3_7_21_and_60_days()
    {
        var (place, now, days) = ((BoxPlace?)null, Start, new List<double>());
        for (var answer = 0; answer < 6; answer++)
        {
            place = LeitnerBoxes.After(place, Verdict.Right, helped: false, now);
            days.Add((place.DueAt - now).TotalDays);
            now = place.DueAt;
        }

        Assert.Equal([3, 7, 21, 60, 60, 60], days);
    }

    [Fact]
    public void It_always_comes_back_after_the_days_of_its_box() => Answers.Sample(answers => Run(answers, (before, answer, after, now) =>
    {
        Assert.InRange(after.Box, 1, LeitnerBoxes.Days.Count);
        Assert.True(after == before || after.DueAt == now.AddDays(LeitnerBoxes.Days[after.Box - 1]));
        Assert.True(after.DueAt <= now.AddDays(LeitnerBoxes.Days[^1]));
    }));

    [Fact]
    public void A_miss_comes_back_tomorrow() => Answers.Sample(answers => Run(answers, (_, answer, after, now) =>
        Assert.True(answer.Verdict != Verdict.Wrong || after == new BoxPlace(1, now.AddDays(1)))));

    [Fact]
    public void Only_a_right_answer_without_help_that_was_due_moves_on_and_by_one_box() =>
        Answers.Sample(answers => Run(answers, (before, answer, after, now) =>
        {
            var moves = answer is { Verdict: Verdict.Right, Helped: false } && (before is null || before.DueAt <= now);
            Assert.True(after.Box <= (before?.Box ?? 1) + (moves ? 1 : 0));
        }));

    [Fact]
    public void Practice_before_it_is_due_changes_nothing_unless_it_goes_wrong() =>
        Answers.Sample(answers => Run(answers, (before, answer, after, now) =>
            Assert.True(before is null || before.DueAt <= now || answer.Verdict == Verdict.Wrong || after == before)));

    [Fact]
    public void A_clock_that_runs_backwards_breaks_nothing() => Gen.Select(Answers, Gen.Int[-365, 365]).Sample((answers, days) =>
    {
        var place = LeitnerBoxes.After(new BoxPlace(5, Start.AddDays(days)), answers[0].Verdict, answers[0].Helped, Start);
        Assert.InRange(place.Box, 1, 5);
    });

    private static void Run(
        (Verdict Verdict, bool Helped, int Hours)[] answers,
        Action<BoxPlace?, (Verdict Verdict, bool Helped, int Hours), BoxPlace, DateTimeOffset> look)
    {
        var (place, now) = ((BoxPlace?)null, Start);
        foreach (var answer in answers)
        {
            now = now.AddHours(answer.Hours);
            var after = LeitnerBoxes.After(place, answer.Verdict, answer.Helped, now);
            look(place, answer, after, now);
            place = after;
        }
    }
}
