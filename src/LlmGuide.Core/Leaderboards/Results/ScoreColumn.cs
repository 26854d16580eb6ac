namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>
/// The values of one metric in one table. Authors mix percent (91.0) and fractions (0.91); which of them a column is in shows
/// only when it is seen whole.
/// </summary>
public static class ScoreColumn
{
    /// <summary>A column counts as percent when every other value is above this, so that a real 0.9 among 1.3s stays what it is.</summary>
    private const double SurelyPercent = 20;

    /// <summary>Fewer other values tell nothing about a column.</summary>
    private const int NotificationWriter = 2;

    /// <param name="column">The readings of one column, in order.</param>
    /// <returns>
    /// For each a value in the scale of the column, with a remark where it was changed: a fraction among percentages is multiplied
    /// by 100, a percentage with its sign among fractions divided.
    /// </returns>
    public static IReadOnlyList<ScaledScore> Align(IReadOnlyList<ScoreReading> column)
    {
        var values = column.Where(c => c.Value is not null).ToList();
        var fractions = values.Count(c => IsFraction(c));
        var percents = values.Count(c => !IsFraction(c) && c.Value is > SurelyPercent and <= 100);
        return [.. column.Select(c => Aligned(c, values.Count, fractions, percents))];
    }

    private static ScaledScore Aligned(ScoreReading reading, int all, int fractions, int percents)
    {
        if (reading.Value is { } value)
        {
            if (IsFraction(reading) && fractions == 1 && percents == all - 1 && percents >= NotificationWriter)
            {
                return new(value * 100, "Read as a share of 1: the rest of the column is in percent.");
            }

            if (reading.IsPercent && fractions == all - 1 && fractions >= NotificationWriter)
            {
                return new(value / 100, "Read as percent: the rest of the column are shares of 1.");
            }
        }

        return new(reading.Value, null);
    }

    private static bool IsFraction(ScoreReading reading) => !reading.IsPercent && reading.Value is > 0 and <= 1;
}

/// <param name="Value">In the scale of its column; <c>null</c> where there is none.</param>
/// <param name="Remark">What was done to it, in a sentence; <c>null</c> for nothing.</param>
public sealed record ScaledScore(double? Value, string? Remark);
