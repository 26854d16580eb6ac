using System.Globalization;

using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Suggestions;

/// <summary>What somebody typed for a field, in the form in which <see cref="DraftField"/> reads and writes it.</summary>
internal static class FieldText
{
    private const int LongestLine = 1_000;
    private const int LongestName = 200;
    private const string Field = nameof(SuggestionDraft.Value);

    public static Outcome<string> Read(string? typed, FieldShape shape) => shape switch
    {
        FieldShape.Number => Number(typed),
        FieldShape.Names => Names(typed),
        FieldShape.Text => Text(typed),
        _ => TypedLine.Read(typed, LongestLine, Field),
    };

    private static Outcome<string> Number(string? typed) =>
        typed?.Trim() is not { Length: > 0 } text ? ""
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
        : Refusal.Rule("A whole number, please.", Field);

    private static Outcome<string> Names(string? typed)
    {
        var names = NewWork.Names(typed).Select(name => TypedLine.Read(name, LongestName, Field)).ToList();
        return names.Select(name => name.Refusal).FirstOrDefault(refusal => refusal is not null) is { } wrong ? wrong
            : names.Count == 0 ? Refusal.Rule("At least one name, please.", Field)
            : string.Join('\n', names.Select(name => name.Value));
    }

    private static Outcome<string> Text(string? typed)
    {
        var text = (CleanText.Composed(typed) ?? "").Trim();
        return text.Length == 0 ? Refusal.Rule("Write what it should say.", Field)
            : text.Length > SuggestionRules.LongestText ? Refusal.Rule(
                $"At most {SuggestionRules.LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters, please.", Field)
            : text;
    }
}
