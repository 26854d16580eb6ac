namespace LlmGuide.Core;

/// <summary>The names of enum values outside the program: in addresses, JSON and seed files they are lower case.</summary>
public static class Names
{
    public static string ToSlug<T>(this T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    /// <returns>The value, or <c>null</c> when nothing has this name. A number is not a name.</returns>
    public static T? Parse<T>(string? name)
        where T : struct, Enum =>
        name is { Length: > 0 } && name.All(char.IsAsciiLetter)
        && Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;

    public static bool Is<T>(string? name, T value)
        where T : struct, Enum => Parse<T>(name) is { } parsed && EqualityComparer<T>.Default.Equals(parsed, value);
}
