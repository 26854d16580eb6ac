using System.Net;

using AngleSharp.Html.Parser;

using LlmGuide.Core.Text;

using Markdig;

namespace LlmGuide.Core.Interchange.Copies;

/// <summary>One page of a copy: plain HTML that opens from a folder, without scripts.</summary>
internal sealed class CopyPage(CopyFiles files, string site)
{
    public const string Style = """
        :root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }
        body { max-width: 46rem; margin: 0 auto; padding: 1rem }
        nav, footer { font-size: .9rem }
        table { border-collapse: collapse; display: block; overflow-x: auto }
        td, th { border: 1px solid #8888; padding: .2rem .5rem; text-align: left; vertical-align: top }
        img { max-width: 100%; background: #fff }
        pre { overflow-x: auto }
        blockquote { border-left: .2rem solid #8888; margin-left: 0; padding-left: 1rem }
        a[rel~=external]::after { content: " ↗" }

        """;

    private static readonly HtmlParser Parser = new();

    // What stands in a twin was written by people: none of it is HTML.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="file">Where the page stands in the copy.</param>
    /// <param name="title">Plain.</param>
    /// <param name="markdown">A twin, with addresses from the root of the site.</param>
    public string FromMarkdown(string file, string title, string markdown) => Of(file, title, Markdown.ToHtml(markdown, Pipeline));

    /// <param name="body">Safe HTML, with addresses from the root of the site.</param>
    public string Of(string file, string title, string body)
    {
        using var page = Parser.ParseDocument($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{WebUtility.HtmlEncode(title)}</title><link rel="stylesheet" href="/style.css"></head>
            <body><nav><a href="/">{WebUtility.HtmlEncode(site)}</a> · <a href="/resources">Resources</a> · <a href="/tasks">Tasks</a></nav>
            <main>{body}</main>
            <footer><hr><p>A copy to read from a folder. Links with ↗ leave it.</p></footer></body></html>
            """);
        foreach (var (name, selector) in ((string, string)[])[("href", "[href]"), ("src", "[src]")])
        {
            foreach (var element in page.QuerySelectorAll(selector))
            {
                var address = element.GetAttribute(name)!;
                var link = address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
                    ? files.Link(file, address, inMarkdown: false) : address;
                element.SetAttribute(name, link);
                if (name == "href" && link.Contains(':', StringComparison.Ordinal))
                {
                    element.SetAttribute("rel", "external");
                }
            }
        }

        return CleanText.Of(page.DocumentElement.OuterHtml is var html ? $"<!DOCTYPE html>\n{html}\n" : "");
    }
}
