namespace LlmGuide.Core.Learning.Groups.Plans;

/// <summary>When a group reads what. Pure.</summary>
public static class GroupSchedule
{
    private const int Week = 7;

    /// <param name="topics">In the order in which they are read.</param>
    /// <param name="pauses">See <see cref="ReadingGroup.Pauses"/>.</param>
    /// <returns>The weeks in which something is read; a pause moves all that follow.</returns>
    public static IReadOnlyList<PlannedWeek<T>> Of<T>(
        IReadOnlyList<T> topics, DateOnly startOn, int topicsPerWeek, IReadOnlyCollection<int> pauses)
    {
        var (weeks, week) = (new List<PlannedWeek<T>>(), 0);
        foreach (var some in topics.Chunk(Math.Max(1, topicsPerWeek)))
        {
            week = FirstOpen(week, pauses);
            weeks.Add(new PlannedWeek<T>(weeks.Count + 1, startOn.AddDays(Week * week), some));
            week++;
        }

        return weeks;
    }

    /// <summary>Moves what is not read yet by a week: a pause now, or before the start a later start.</summary>
    public static GroupShift Shift(DateOnly startOn, IReadOnlyList<int> pauses, DateOnly today) =>
        today < startOn ? new GroupShift(startOn.AddDays(Week), pauses)
            : new GroupShift(startOn, [.. pauses, FirstOpen(WeekOf(startOn, today), pauses)]);

    /// <summary>Takes the last such move back.</summary>
    /// <returns><c>null</c> when there is none that is not past.</returns>
    public static GroupShift? ShiftBack(DateOnly startOn, IReadOnlyList<int> pauses, DateOnly today) =>
        pauses.Count > 0 && pauses.Max() is var last && (today < startOn || last >= WeekOf(startOn, today))
            ? new GroupShift(startOn, [.. pauses.Where(week => week != last)])
        : startOn.AddDays(-Week) > today ? new GroupShift(startOn.AddDays(-Week), pauses)
        : null;

    /// <summary>Where the pauses are once the first day is another: on the days on which they were, as far as weeks allow.</summary>
    /// <returns>Without those that were before the new first day.</returns>
    public static IReadOnlyList<int> Move(IReadOnlyList<int> pauses, DateOnly from, DateOnly to)
    {
        var weeks = (int)Math.Floor((from.DayNumber - to.DayNumber) / (double)Week);
        return [.. pauses.Select(week => week + weeks).Where(week => week >= 0)];
    }

    /// <summary>Which day it is where the group reads.</summary>
    public static DateOnly Today(DateTimeOffset now, string timeZone) => DateOnly.FromDateTime(
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone).DateTime : now.UtcDateTime);

    private static int WeekOf(DateOnly startOn, DateOnly today) => (today.DayNumber - startOn.DayNumber) / Week;

    private static int FirstOpen(int week, IReadOnlyCollection<int> pauses)
    {
        while (pauses.Contains(week))
        {
            week++;
        }

        return week;
    }
}

/// <param name="Number">From 1, pauses not counted.</param>
/// <param name="From">Its first day.</param>
public sealed record PlannedWeek<T>(int Number, DateOnly From, IReadOnlyList<T> Topics)
{
    /// <summary>Its last day.</summary>
    public DateOnly To => From.AddDays(6);

    public bool Holds(DateOnly day) => day >= From && day <= To;
}

public sealed record GroupShift(DateOnly StartOn, IReadOnlyList<int> Pauses);
