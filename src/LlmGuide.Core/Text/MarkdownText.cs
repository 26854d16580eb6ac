using System.Text;

namespace LlmGuide.Core.Text;

/// <summary>Plain words as Markdown that says the same.</summary>
public static class MarkdownText
{
    private const string Signs = @"\`*_[]<>$#|~&@!";

    /// <summary>Words on one line, of which Markdown and formulas are not to make anything.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            text.Append(Signs.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }

    /// <summary>A link; its address may hold brackets and spaces.</summary>
    /// <param name="words">Plain.</param>
    /// <param name="address">Whole, or from the root of a site.</param>
    public static string Link(string words, string address) =>
        $"[{Escape(words)}](<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";

    /// <summary>A block of code as it stands, fenced by more backticks than it holds.</summary>
    public static string Code(string text, string language = "")
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}{language}\n{text.TrimEnd('\n')}\n{fence}";
    }
}
