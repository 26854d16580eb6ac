using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>A check in a file of a topic. One with a question and an answer alone is open.</summary>
internal sealed class SeedCheck
{
    private const string Introduction = "introduction";

    public string? Slug { get; set; }

    public string? Kind { get; set; }

    public string? Objective { get; set; }

    public string? After { get; set; }

    public int? Minutes { get; set; }

    public string? Question { get; set; }

    public string? Value { get; set; }

    public string? Tolerance { get; set; }

    public string? Unit { get; set; }

    public List<SeedOption> Options { get; set; } = [];

    public List<string> Order { get; set; } = [];

    public List<string> Rubric { get; set; } = [];

    public string? Hint { get; set; }

    public List<SeedTrap> Traps { get; set; } = [];

    public string? Answer { get; set; }

    public string? Explanation { get; set; }

    public string? See { get; set; }

    /// <summary>As a curator would type it, so that the rules are the same.</summary>
    public CheckDraft ToDraft() => new()
    {
        Slug = Slug ?? "",
        Kind = Kind is null ? CheckKind.Open : Names.Parse<CheckKind>(Kind) ?? (CheckKind)(-1),
        Objective = Objective ?? "",
        After = After is null or Introduction ? "" : After,
        Minutes = Minutes,
        Question = Question ?? "",
        Value = Value ?? "",
        Tolerance = Tolerance ?? "",
        Unit = Unit ?? "",
        Options = [.. Options.Select(option => new OptionDraft(option.Text ?? "", option.Right, option.Reason ?? ""))],
        Order = Order,
        Rubric = Rubric,
        Hint = Hint ?? "",
        Traps = [.. Traps.Select(trap => new TrapDraft(trap.Value ?? "", trap.Reason ?? ""))],
        Answer = Answer ?? "",
        Explanation = Explanation ?? "",
        See = See ?? "",
    };
}

internal sealed class SeedOption
{
    public string? Text { get; set; }

    public bool Right { get; set; }

    public string? Reason { get; set; }
}

internal sealed class SeedTrap
{
    public string? Value { get; set; }

    public string? Reason { get; set; }
}
