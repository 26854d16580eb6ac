using CsCheck;

using LlmGuide.Core.Learning.Groups.Plans;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>The plan of a group, whatever it reads, from whenever and with whatever pauses.</summary>
public sealed class GroupScheduleTests
{
    private static readonly DateOnly Start = new(2026, 12, 7);

    private static readonly Gen<(int Topics, int PerWeek, int[] Pauses)> Plans =
        Gen.Select(Gen.Int[0, 40], Gen.Int[-1, 6], Gen.Int[0, 20].Array[0, 8]);

    [Fact]
    public void Two_topics_a_week_with_the_second_week_left_out()
    {
        var weeks = GroupSchedule.Of(["a", "b", "c", "d", "e"], Start, 2, [1]);
        Assert.Equal(
            ["1: 2026-12-07 a b", "2: 2026-12-21 c d", "3: 2026-12-28 e"],
            weeks.Select(week => $"{week.Number}: {week.From:O} {string.Join(' ', week.Topics)}"));
    }

    [Fact]
    public void Every_topic_is_read_once_and_in_order() => Plans.Sample(plan => Assert.Equal(
        Enumerable.Range(0, plan.Topics), Weeks(plan, Start, plan.Pauses).SelectMany(week => week.Topics)));

    [Fact]
    public void No_two_weeks_are_at_once_and_none_is_a_pause() => Plans.Sample(plan =>
    {
        var days = Weeks(plan, Start, plan.Pauses).Select(week => week.From.DayNumber - Start.DayNumber).ToList();
        Assert.All(days, day => Assert.Equal(0, day % 7));
        Assert.Equal(days.Distinct().Order(), days);
        Assert.DoesNotContain(days, day => plan.Pauses.Contains(day / 7));
    });

    [Fact]
    public void A_shift_moves_what_is_to_come_by_a_week_at_least_and_nothing_that_is_past() =>
        Gen.Select(Plans, Gen.Int[-30, 200]).Sample((plan, day) =>
        {
            var today = Start.AddDays(day);
            var before = Weeks(plan, Start, plan.Pauses);
            var moved = GroupSchedule.Shift(Start, plan.Pauses, today);
            foreach (var (old, now) in before.Zip(Weeks(plan, moved.StartOn, moved.Pauses)))
            {
                Assert.True(old.To < today ? now.From == old.From : now.From >= old.From.AddDays(7));
            }
        });

    [Fact]
    public void Another_first_day_leaves_pauses_on_their_days_or_within_a_week_of_them() =>
        Gen.Select(Plans, Gen.Int[-100, 100]).Sample((plan, days) =>
        {
            var to = Start.AddDays(days);
            var wanted = plan.Pauses.Select(week => Start.AddDays(7 * week)).Where(day => day >= to).ToList();
            var moved = GroupSchedule.Move(plan.Pauses, Start, to).Select(week => to.AddDays(7 * week)).ToList();
            Assert.Equal(wanted.Count, moved.Count);
            Assert.All(wanted.Zip(moved), pair => Assert.InRange(pair.First.DayNumber - pair.Second.DayNumber, 0, 6));
        });

    [Fact]
    public void A_shift_is_taken_back_to_the_plan_as_it_was() => Gen.Select(Plans, Gen.Int[0, 200]).Sample((plan, day) =>
    {
        var (today, pauses) = (Start.AddDays(day), plan.Pauses.Where(week => week < day / 7).Distinct().ToList());
        var moved = GroupSchedule.Shift(Start, pauses, today);
        var back = GroupSchedule.ShiftBack(moved.StartOn, moved.Pauses, today);
        Assert.Equal(Start, back?.StartOn);
        Assert.Equal(pauses.Order(), back!.Pauses.Order());
        Assert.Null(GroupSchedule.ShiftBack(Start, pauses, today));
    });

    [Fact]
    public void Before_the_start_the_start_moves_and_back_again_while_it_is_ahead()
    {
        var moved = GroupSchedule.Shift(Start, [], Start.AddDays(-1));
        Assert.Equal((Start.AddDays(7), 0), (moved.StartOn, moved.Pauses.Count));
        Assert.Equal(Start, GroupSchedule.ShiftBack(moved.StartOn, [], Start.AddDays(-1))?.StartOn);
    }

    [Theory]
    [InlineData("Pacific/Auckland", 8)]
    [InlineData("America/Los_Angeles", 7)]
    [InlineData("Nowhere/Atall", 7)]
    public void A_day_is_a_day_where_the_group_reads(string zone, int day) => Assert.Equal(
        new DateOnly(2026, 12, day), GroupSchedule.Today(new DateTimeOffset(2026, 12, 7, 20, 0, 0, TimeSpan.Zero), zone));

    private static IReadOnlyList<PlannedWeek<int>> Weeks(
        (int Topics, int PerWeek, int[] Pauses) plan, DateOnly start, IReadOnlyCollection<int> pauses) =>
        GroupSchedule.Of([.. Enumerable.Range(0, plan.Topics)], start, plan.PerWeek, pauses);
}
