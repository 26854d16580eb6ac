using System.Text;

using LlmGuide.Core.Interchange.Lists.Parts;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Words of a list as Markdown that says the same here: no HTML, no images, no links to what is not a page of the web.</summary>
internal static class ListProse
{
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
                    $"[{MarkdownText.Escape(run.Text)}](<{Address(run.Url!)}>)",
                RunKind.Link when run.Pictured => "",
                _ => MarkdownText.Escape(run.Text),
            });
        }

        return Words.Line(text.ToString());
    }

    private static string Address(string url) =>
        url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
}
