using System.Text;

using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Words of a list as Markdown that says the same here: no HTML, no images, no links to what is not a page of the web.</summary>
internal static class ListProse
{
    private const string Marks = @"\`*_[]<>$#|~&@!";

    public static string Of(IEnumerable<Run> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Kind switch
            {
                RunKind.Image => "",
                RunKind.Break => " ",
                RunKind.Link when LinkTarget.IsWork(run.Url!) && run.Text.Length > 0 && !run.Pictured =>
                    $"[{Escaped(run.Text)}](<{Address(run.Url!)}>)",
                RunKind.Link when run.Pictured => "",
                _ => Escaped(run.Text),
            });
        }

        return Words.Line(text.ToString());
    }

    /// <summary>Plain words, which Markdown and formulas are not to make anything of.</summary>
    public static string Escaped(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            text.Append(Marks.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }

    private static string Address(string url) =>
        url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
}
