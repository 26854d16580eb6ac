using System.Globalization;

namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>Says of an answer whether it is right, nearly, or which trap it fell into. Pure.</summary>
public static class CheckMarking
{
    /// <summary>How far off a number is still nearly right, as a share of it.</summary>
    private const double NearlyShare = 0.02;

    /// <summary>And in tolerances.</summary>
    private const double NearlyTolerances = 5;

    /// <summary>How near to a trap's value is in the trap, as a share of it, where the tolerance is less.</summary>
    private const double TrapShare = 0.005;

    /// <returns>What is said of it; or why it is no answer, which is no try either.</returns>
    public static Outcome<CheckResult> Mark(this SelfCheck check, CheckAnswer answer) => check.Kind switch
    {
        CheckKind.Number => Number(check, answer.Text),
        CheckKind.Choice => Choice(check, answer.Text),
        CheckKind.Order => Order(check, answer.Places),
        _ => Open(check, answer.Ticks),
    };

    private static Outcome<CheckResult> Number(SelfCheck check, string text)
    {
        if (text.Length > TypedNumber.Longest)
        {
            return Refusal.Rule($"An answer is a number of at most {TypedNumber.Longest} characters.", nameof(CheckAnswer));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.Rule("Type a number first.", nameof(CheckAnswer));
        }

        if (TypedNumber.Read(text) is not { } typed)
        {
            return Refusal.Rule("This cannot be read as a number. Type it like 70,272 or 7.03e4.", nameof(CheckAnswer));
        }

        var wanted = check.Number!;
        return wanted.Read(typed) is { } value
            ? Number(check, wanted, value)
            : Refusal.Rule(
                wanted.ShownUnit.Length > 0 ? $"Give the number in {wanted.ShownUnit}." : "Give the number alone.", nameof(CheckAnswer));
    }

    private static CheckResult Number(SelfCheck check, CheckNumber wanted, double value)
    {
        // What double arithmetic adds at the very edge of the tolerance is not the reader's.
        var off = Math.Abs(value - wanted.Value);
        var tolerance = wanted.Tolerance + (1e-9 * Math.Abs(wanted.Value));
        return off <= tolerance ? new CheckResult(Verdict.Right)
            : check.Traps.FirstOrDefault(trap => IsIn(trap, value, tolerance)) is { } trap ? new CheckResult(Verdict.Wrong, trap.Reason)
            : off <= Math.Max(NearlyTolerances * tolerance, NearlyShare * Math.Abs(wanted.Value)) ? new CheckResult(Verdict.Nearly)
            : new CheckResult(Verdict.Wrong);
    }

    private static bool IsIn(CheckTrap trap, double value, double tolerance) =>
        Math.Abs(value - trap.Value) <= Math.Max(tolerance, TrapShare * Math.Abs(trap.Value));

    private static Outcome<CheckResult> Choice(SelfCheck check, string text) =>
        Whole(text) is { } chosen && chosen < check.Options.Count
            ? new CheckResult(check.Options[chosen].Right ? Verdict.Right : Verdict.Wrong, check.Options[chosen].Reason)
            : Refusal.Rule("Choose one of them first.", nameof(CheckAnswer));

    private static Outcome<CheckResult> Order(SelfCheck check, IReadOnlyList<string> places)
    {
        var given = places.Select(Whole).OfType<int>().ToList();
        if (!given.Order().SequenceEqual(Enumerable.Range(1, check.Order.Count)))
        {
            return Refusal.Rule("Give each of them a place of its own.", nameof(CheckAnswer));
        }

        // Which thing stands at each place: its number in the right order.
        var shown = check.Shown;
        var order = given.Index().OrderBy(at => at.Item).Select(at => shown[at.Index]).ToList();
        var misplaced = order.Index().Where(at => at.Item != at.Index).Select(at => at.Index).ToList();
        return new CheckResult(
            misplaced.Count == 0 ? Verdict.Right
            : misplaced is [var first, var second] && second == first + 1 && check.Order.Count > 2 ? Verdict.Nearly
            : Verdict.Wrong);
    }

    private static CheckResult Open(SelfCheck check, IReadOnlyList<string> ticks)
    {
        var lines = Math.Max(1, check.Rubric.Count);
        var had = ticks.Select(Whole).OfType<int>().Where(line => line < lines).Distinct().Count();
        return new CheckResult(had == lines ? Verdict.Right : had > 0 && 2 * had >= lines ? Verdict.Nearly : Verdict.Wrong);
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
