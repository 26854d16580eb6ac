using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Web.Forms;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>
/// The lists of a check in a form that works without a script: one part a line. An option begins with <c>+</c> where it is right and with
/// <c>-</c> where it is not; two colons stand before the reason.
/// </summary>
internal static class CheckLines
{
    private const string Before = " :: ";

    /// <summary>The checks of a topic's form; each field stands in it once for each.</summary>
    public static IReadOnlyList<CheckDraft> Read(IFormCollection form)
    {
        return [.. form.All("Check.Question").Select((question, row) => new CheckDraft
        {
            Slug = Text("Slug", row).Trim(),
            Kind = Names.Parse<CheckKind>(Text("Kind", row)) ?? CheckKind.Open,
            Question = question.ReplaceLineEndings("\n"),
            Answer = Text("Answer", row),
            Objective = Text("Objective", row),
            After = Text("After", row),
            Minutes = DraftForm.Number(Text("Minutes", row)),
            Value = Text("Value", row),
            Tolerance = Text("Tolerance", row),
            Unit = Text("Unit", row),
            Options = [.. Lines("Options", row).Select(Option)],
            Order = Lines("Order", row),
            Rubric = Lines("Rubric", row),
            Hint = Text("Hint", row),
            Traps = [.. Lines("Traps", row).Select(Split).Select(trap => new TrapDraft(trap.Before, trap.After))],
            Explanation = Text("Explanation", row),
            See = Text("See", row),
        })];

        string Text(string field, int row) =>
            row < form[$"Check.{field}"].Count ? (form[$"Check.{field}"][row] ?? "").ReplaceLineEndings("\n") : "";

        string[] Lines(string field, int row) =>
            Text(field, row).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public static string Of(IEnumerable<OptionDraft> options) =>
        string.Join('\n', options.Select(option => $"{(option.Right ? '+' : '-')} {option.Text}{Before}{option.Reason}"));

    public static string Of(IEnumerable<TrapDraft> traps) => string.Join('\n', traps.Select(trap => $"{trap.Value}{Before}{trap.Reason}"));

    public static string Of(IEnumerable<string> items) => string.Join('\n', items);

    private static OptionDraft Option(string line)
    {
        var (text, reason) = Split(line[0] is '+' or '-' ? line[1..] : line);
        return new OptionDraft(text, line[0] == '+', reason);
    }

    private static (string Before, string After) Split(string line)
    {
        var at = line.IndexOf("::", StringComparison.Ordinal);
        return at < 0 ? (line.Trim(), "") : (line[..at].Trim(), line[(at + 2)..].Trim());
    }
}
