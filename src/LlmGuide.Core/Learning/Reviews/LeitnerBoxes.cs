using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Learning.Reviews;

/// <summary>
/// When a check comes back: Leitner's boxes (Sebastian Leitner, “So lernt man lernen”, Herder, Freiburg 1972). Every card begins in the
/// first box; one that is known moves to the next, where it waits longer, and one that is not goes back to the first. The waiting times
/// are this guide's. Pure.
/// </summary>
public static class LeitnerBoxes
{
    /// <summary>How many days a card waits in each box, from the first.</summary>
    public static readonly IReadOnlyList<int> Days = [1, 3, 7, 21, 60];

    /// <param name="before">Where the card was; <c>null</c> for one that is answered for the first time, which is in the first box.</param>
    /// <param name="helped">Whether the hint was read.</param>
    /// <returns>
    /// The next box for a right answer of a card that was due; the same box for one that was not due yet, so that practice alone moves
    /// nothing, for one with help, and for one that was nearly right; the first box for a wrong one.
    /// </returns>
    public static BoxPlace After(BoxPlace? before, Verdict verdict, bool helped, DateTimeOffset now)
    {
        var box = Math.Clamp(before?.Box ?? 1, 1, Days.Count);
        var due = before is null || before.DueAt <= now;
        if (verdict == Verdict.Wrong)
        {
            return In(1, now);
        }

        if (!due)
        {
            return before!;
        }

        return In(verdict == Verdict.Right && !helped ? Math.Min(box + 1, Days.Count) : box, now);
    }

    private static BoxPlace In(int box, DateTimeOffset now) => new(box, now.AddDays(Days[box - 1]));
}

/// <param name="Box">From 1.</param>
public sealed record BoxPlace(int Box, DateTimeOffset DueAt);
