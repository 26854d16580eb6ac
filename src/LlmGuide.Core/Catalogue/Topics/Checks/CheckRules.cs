namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>What a check must hold to, whether a curator types it or the seed has it; and the check that a draft makes.</summary>
internal static class CheckRules
{
    public const int MostMinutes = 120;
    public const int LongestUnit = 60;

    /// <summary>Of options, things to order, lines of a rubric and traps, each.</summary>
    public const int MostParts = 10;

    /// <returns>Sentences; none for a check that can be asked. Texts are looked at when they are rendered.</returns>
    public static IEnumerable<string> Wrong(CheckDraft check)
    {
        var name = $"“{check.Question.Trim()}”";
        if (string.IsNullOrWhiteSpace(check.Question))
        {
            return ["An answer needs a question."];
        }

        return ((string?[])
        [
            string.IsNullOrWhiteSpace(check.Answer) ? $"Answer {name} as well." : null,
            check.Slug.Trim().Length > 0 ? Slug.Fault(check.Slug.Trim()) : null,
            !Enum.IsDefined(check.Kind) ? $"Choose how {name} is answered." : null,
            check.Minutes is < 1 or > MostMinutes ? $"The minutes of {name} must be 1 to {MostMinutes}." : null,
            check.Kind == CheckKind.Number ? WrongNumber(check, name)
                : check.Traps.Count > 0 ? $"Traps are for numbers, not for {name}." : null,
            check.Kind == CheckKind.Choice ? WrongOptions(check, name) : null,
            check.Kind == CheckKind.Order ? WrongOrder(check, name) : null,
            check.Rubric.Count > MostParts || check.Traps.Count > MostParts ? $"At most {MostParts} lines each, please, for {name}." : null,
        ]).OfType<string>();
    }

    /// <returns>Those that share a slug, or would if they were given one.</returns>
    public static IEnumerable<string> Twice(IEnumerable<CheckDraft> checks) => checks
        .Where(check => check.Question.Length > 0)
        .GroupBy(check => check.Slug.Trim() is { Length: > 0 } slug ? slug : SelfCheck.SlugOf(check.Question), StringComparer.Ordinal)
        .Where(same => same.Count() > 1).Select(same => $"Two questions of this topic have the address “{same.Key}”.");

    /// <param name="check">One that these rules pass.</param>
    /// <param name="line">Renders one text.</param>
    public static async Task<SelfCheck> MakeAsync(CheckDraft check, Func<string, Task<Prose>> line)
    {
        var plain = new SelfCheck(new Prose(check.Question, "", 0), new Prose(check.Answer, "", 0))
        {
            Slug = check.Slug.Trim(),
            Kind = check.Kind,
            Objective = check.Objective.Trim(),
            After = check.After.Trim() is { Length: > 0 } work ? work : null,
            Minutes = check.Minutes,
            Number = check.Kind == CheckKind.Number ? CheckNumberText.Read(check) : null,
            Options = check.Kind == CheckKind.Choice
                ? [.. check.Options.Select(option => new CheckOption(Typed(option.Text), option.Right, Typed(option.Reason)))] : [],
            Order = check.Kind == CheckKind.Order ? [.. check.Order.Select(Typed)] : [],
            Rubric = check.Kind == CheckKind.Open ? [.. check.Rubric.Select(Typed)] : [],
            Hint = Typed(check.Hint),
            Traps = check.Kind == CheckKind.Number
                ? [.. check.Traps.Select(trap => new CheckTrap(CheckNumberText.Value(trap.Value) ?? double.NaN, Typed(trap.Reason)))] : [],
            Explanation = Typed(check.Explanation),
            See = Typed(check.See),
        };
        return await plain.WithTextsAsync(async text => text.Markdown.Trim().Length == 0 ? Prose.Empty : await line(text.Markdown));
    }

    private static Prose Typed(string text) => new(text, "", 0);

    private static string? WrongNumber(CheckDraft check, string name)
    {
        if (check.Unit.Length > LongestUnit)
        {
            return $"The unit of {name} has at most {LongestUnit} characters.";
        }

        if (CheckNumberText.Read(check) is not { } number)
        {
            return $"{name} needs a number as its answer, and a tolerance such as 0.5 or 2% or none.";
        }

        return check.Traps.Any(trap => CheckNumberText.Value(trap.Value) is null) ? $"Each trap of {name} begins with a wrong number."
            : check.Traps.Any(trap => string.IsNullOrWhiteSpace(trap.Reason))
                ? $"Say of each trap of {name} what the reader must have thought."
            : check.Traps.Any(trap => Math.Abs(CheckNumberText.Value(trap.Value)!.Value - number.Value) <= number.Tolerance)
                ? $"A trap of {name} is a right answer."
            : null;
    }

    private static string? WrongOptions(CheckDraft check, string name) =>
        check.Options.Count is < 2 or > MostParts ? $"{name} needs 2 to {MostParts} options."
        : check.Options.Count(option => option.Right) != 1 ? $"One option of {name} must be right, and only one."
        : check.Options.Any(option => string.IsNullOrWhiteSpace(option.Text) || string.IsNullOrWhiteSpace(option.Reason))
            ? $"Each option of {name} needs a reason why it is right or wrong."
        : check.Options.DistinctBy(option => option.Text.Trim(), StringComparer.Ordinal).Count() != check.Options.Count
            ? $"Two options of {name} are the same."
        : null;

    private static string? WrongOrder(CheckDraft check, string name) =>
        check.Order.Count is < 3 or > MostParts ? $"{name} needs 3 to {MostParts} things to put in order."
        : check.Order.Any(string.IsNullOrWhiteSpace) ? $"A thing to put in order in {name} is empty."
        : check.Order.Distinct(StringComparer.Ordinal).Count() != check.Order.Count ? $"Two things to put in order in {name} are the same."
        : null;
}
