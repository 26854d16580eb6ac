using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Interchange.Twins;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Copies;

/// <summary>
/// All that is public as a ZIP: pages that open from a folder, their Markdown, BibTeX and JSON. It is written as it is read, one page after
/// the other; what members wrote is not in it.
/// </summary>
public sealed class SiteCopy(
    AddressesQuery addresses, BoardAddressesQuery boards, TopicPageQuery pages, TopicTwin topics, ResourceTwin resources, TaskTwin tasks,
    BenchmarkTwin benchmarks, GuideTwin guide, CitationQuery citations, CatalogueExport catalogue, FigureLibrary figures,
    TimeProvider clock)
{
    private const int MostOfAKind = 100_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="title">Of the site.</param>
    /// <param name="site">Makes an address of the site whole, for links to what is not in the copy.</param>
    public async Task WriteAsync(Stream output, string title, Func<string, string> site, CancellationToken cancellationToken)
    {
        var known = await addresses.RunAsync(MostOfAKind, cancellationToken);
        var measured = await boards.RunAsync(MostOfAKind, cancellationToken);
        (string Folder, IReadOnlyList<string> Slugs, Func<string, Func<string, string>, CancellationToken, Task<string?>> Write)[] kinds =
        [
            ("topics", known.Topics, topics.WriteAsync), ("resources", known.Resources, resources.WriteAsync),
            ("tasks", measured.Tasks, tasks.WriteAsync), ("benchmarks", measured.Benchmarks, benchmarks.WriteAsync),
        ];
        var paths = kinds.SelectMany(kind => kind.Slugs.Select(slug => $"/{kind.Folder}/{slug}")).ToList();
        var files = new CopyFiles(
            paths.Concat(["/", "/resources", "/tasks"]).Select(CopyFiles.PageOf)
                .Concat(paths.Append("/index").Select(path => CopyFiles.TwinOf(path + ".md")))
                .Concat(figures.Figures.Select(figure => $"figures/{figure.Slug}.svg")).Append("style.css")
                .ToHashSet(StringComparer.Ordinal),
            site);
        var page = new CopyPage(files, title);
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var writer = new Entries(zip, clock.GetUtcNow());
        await writer.TextAsync("style.css", CopyPage.Style, cancellationToken);
        foreach (var figure in figures.Figures)
        {
            await writer.TextAsync($"figures/{figure.Slug}.svg", figure.ToFile(), cancellationToken);
        }

        await IndexAsync(writer, files, page, title, cancellationToken);
        foreach (var (folder, slugs, write) in kinds)
        {
            var titles = new List<(string Slug, string Title)>();
            foreach (var slug in slugs)
            {
                titles.Add((slug, await ThingAsync(writer, files, page, folder, slug, write, cancellationToken)));
            }

            if (folder is "resources" or "tasks")
            {
                var list = string.Concat(titles.Select(one => $"- {MarkdownText.Link(one.Title, $"/{folder}/{one.Slug}")}\n"));
                var name = folder == "tasks" ? "Tasks" : "Resources";
                await writer.TextAsync(
                    $"{folder}.html", page.FromMarkdown($"{folder}.html", name, $"# {name}\n\n{list}"), cancellationToken);
            }
        }

        await writer.WriteAsync(
            "catalogue.bib", to => CitationFormat.BibTex.WriteAsync(citations.AllAsync(cancellationToken), to, cancellationToken),
            cancellationToken);
        var all = await catalogue.RunAsync(cancellationToken);
        await writer.WriteAsync("catalogue.json", to => JsonSerializer.SerializeAsync(to, all, Json, cancellationToken), cancellationToken);
    }

    private async Task IndexAsync(Entries writer, CopyFiles files, CopyPage page, string title, CancellationToken cancellationToken)
    {
        const string Twin = "markdown/index.md";
        await writer.TextAsync(
            Twin, await guide.IndexAsync(title, path => files.Link(Twin, path, inMarkdown: true), cancellationToken), cancellationToken);
        await writer.TextAsync(
            "index.html", page.FromMarkdown("index.html", title, await guide.IndexAsync(title, path => path, cancellationToken)),
            cancellationToken);
    }

    /// <returns>The title of what was written.</returns>
    private async Task<string> ThingAsync(
        Entries writer, CopyFiles files, CopyPage page, string folder, string slug,
        Func<string, Func<string, string>, CancellationToken, Task<string?>> write, CancellationToken cancellationToken)
    {
        var (file, twin) = ($"{folder}/{slug}.html", $"markdown/{folder}/{slug}.md");
        var text = await write(slug, path => files.Link(twin, path, inMarkdown: true), cancellationToken) ?? "";
        await writer.TextAsync(twin, text, cancellationToken);
        if (folder == "topics")
        {
            var view = await pages.RunAsync(slug, cancellationToken);
            await writer.TextAsync(file, view is null ? "" : page.Of(file, view.Title, TopicCopy.Write(view)), cancellationToken);
            return view?.Title ?? slug;
        }

        var body = await write(slug, path => path, cancellationToken) ?? "";
        var title = TitleOf(body) ?? slug;
        await writer.TextAsync(file, page.FromMarkdown(file, title, body), cancellationToken);
        return title;
    }

    /// <summary>The heading of a twin, without its escapes.</summary>
    private static string? TitleOf(string twin) =>
        twin.StartsWith("# ", StringComparison.Ordinal) ? PlainText.Of(twin[2..].Split('\n', 2)[0]) : null;

    private sealed class Entries(ZipArchive zip, DateTimeOffset at)
    {
        public Task TextAsync(string file, string text, CancellationToken cancellationToken) =>
            WriteAsync(file, to => to.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), cancellationToken);

        public async Task WriteAsync(string file, Func<Stream, Task> write, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = zip.CreateEntry($"llmguide/{file}");
            entry.LastWriteTime = at;
            await using var to = await entry.OpenAsync(cancellationToken);
            await write(to);
        }
    }
}
