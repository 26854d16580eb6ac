using LlmGuide.Core;

namespace LlmGuide.Web.Islands.Tables;

/// <summary>One filter of a table: any value, or one of these.</summary>
/// <param name="Key">As the address has it.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Options">The values, as the address has them, with their words.</param>
/// <param name="Otherwise">What is shown where the address says nothing.</param>
public sealed record TableFilter(string Key, string Label, IReadOnlyList<(string Value, string Words)> Options, string Otherwise = "Any")
{
    public static TableFilter Of<T>(string key, string label, Func<T, string> words)
        where T : struct, Enum =>
        new(key, label, [.. Enum.GetValues<T>().Select(value => (value.ToSlug(), words(value)))]);

    internal string? WordsOf(string value) => Options.FirstOrDefault(option => option.Value == value).Words;
}
