using System.Globalization;

namespace LlmGuide.Core.Text;

/// <summary>A day as it stands in forms and in seed files: 2026-11-30 (ISO 8601, the value of an input of the type date).</summary>
public static class TypedDay
{
    /// <returns><c>null</c> for what is no such day.</returns>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
