using System.Text.Json.Serialization;

namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>Everything that can be edited about a check; see <see cref="SelfCheck"/>. Texts are Markdown of one paragraph each.</summary>
public sealed record CheckDraft
{
    /// <summary>First, since revisions compare the records of a list by it. Empty for a new one: made from the question.</summary>
    public string Slug { get; init; } = "";

    public CheckKind Kind { get; init; }

    public string Question { get; init; } = "";

    public string Answer { get; init; } = "";

    /// <summary>Plain.</summary>
    public string Objective { get; init; } = "";

    /// <summary>The slug of a work; empty for the introduction.</summary>
    public string After { get; init; } = "";

    public int? Minutes { get; init; }

    /// <summary>Of a number, as it is typed.</summary>
    public string Value { get; init; } = "";

    /// <summary>In the unit of the number, or as a share of it: <c>2%</c>. Empty for the rounding of its last digit.</summary>
    public string Tolerance { get; init; } = "";

    public string Unit { get; init; } = "";

    public IReadOnlyList<OptionDraft> Options { get; init; } = [];

    /// <summary>In the right order.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    public IReadOnlyList<string> Rubric { get; init; } = [];

    public string Hint { get; init; } = "";

    public IReadOnlyList<TrapDraft> Traps { get; init; } = [];

    public string Explanation { get; init; } = "";

    public string See { get; init; } = "";

    /// <summary>Whether nobody wrote anything into it.</summary>
    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Question) && string.IsNullOrWhiteSpace(Answer);

    public static CheckDraft Of(SelfCheck check) => new()
    {
        Slug = check.Slug,
        Kind = check.Kind,
        Question = check.Question.Markdown,
        Answer = check.Answer.Markdown,
        Objective = check.Objective,
        After = check.After ?? "",
        Minutes = check.Minutes,
        Value = check.Number is { } number ? CheckNumberText.Of(number.Value) : "",
        Tolerance = check.Number is { } wanted ? CheckNumberText.Of(wanted.Tolerance) : "",
        Unit = check.Number?.Unit ?? "",
        Options = [.. check.Options.Select(option => new OptionDraft(option.Text.Markdown, option.Right, option.Reason.Markdown))],
        Order = [.. check.Order.Select(item => item.Markdown)],
        Rubric = [.. check.Rubric.Select(item => item.Markdown)],
        Hint = check.Hint.Markdown,
        Traps = [.. check.Traps.Select(trap => new TrapDraft(CheckNumberText.Of(trap.Value), trap.Reason.Markdown))],
        Explanation = check.Explanation.Markdown,
        See = check.See.Markdown,
    };
}
