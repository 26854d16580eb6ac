using System.Globalization;

namespace LlmGuide.Core;

/// <summary>The cursor of a list for programs: the sort key of the last row that was given, as text.</summary>
public static class Cursor
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <returns>The key to go on after; 0 for the start; <c>null</c> for what is no cursor.</returns>
    public static int? Parse(string? after) =>
        string.IsNullOrEmpty(after) ? 0
        : int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key
        : null;

    /// <summary>In digits alone, whatever the culture.</summary>
    public static string ToInvariantString(this int key) => key.ToString(CultureInfo.InvariantCulture);
}
