using System.Globalization;


namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>Numbers of a check between a form and the model.</summary>
internal static class CheckNumberText
{
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <returns><c>null</c> for what cannot be read.</returns>
    public static CheckNumber? Read(CheckDraft draft) =>
        TypedNumber.Read(draft.Value) is { Unit: "" } value && Tolerance(draft, value.Value) is { } tolerance
            ? new CheckNumber(value.Value, tolerance, draft.Unit.Trim()) : null;

    public static double? Value(string text) => TypedNumber.Read(text) is { Unit: "" } typed ? typed.Value : null;

    private static double? Tolerance(CheckDraft draft, double value) =>
        string.IsNullOrWhiteSpace(draft.Tolerance) ? TypedNumber.RoundingOf(draft.Value)
        : TypedNumber.Read(draft.Tolerance) switch
        {
            { Value: >= 0, Unit: "" } typed => typed.Value,
            { Value: >= 0, Unit: "%" } share => Math.Abs(value) * share.Value / 100,
            _ => null,
        };
}
