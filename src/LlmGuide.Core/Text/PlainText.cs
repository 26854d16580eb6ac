namespace LlmGuide.Core.Text;

/// <summary>Short Markdown without its marks, for places that take plain text: descriptions, snippets, titles of tabs.</summary>
public static class PlainText
{
    /// <summary>Drops the marks of formulas, code and emphasis; what they enclose stays as it was typed.</summary>
    public static string Of(string line) => line
        .Replace("$", "", StringComparison.Ordinal)
        .Replace("`", "", StringComparison.Ordinal)
        .Replace("*", "", StringComparison.Ordinal);
}
