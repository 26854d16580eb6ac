using System.IO.Compression;
using System.Text.Json;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Interchange.Copies;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The copy of the whole real guide.</summary>
public sealed class SiteCopyTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private const string Site = "https://guide.example.org";

    [Fact]
    public async Task Every_link_leads_to_a_file_of_the_copy_or_out_of_it()
    {
        var files = await CopyAsync();
        Assert.Contains("llmguide/topics/transformer.html", files.Keys);
        Assert.Contains("llmguide/markdown/resources/attention-is-all-you-need.md", files.Keys);
        Assert.Empty(files.SelectMany(file => LinksOf(file.Key, file.Value).Where(link => !IsOutside(link))
            .Where(link => !files.ContainsKey(Target(file.Key, link))).Select(link => $"{file.Key}: {link}")));
        var topic = Read(files["llmguide/topics/transformer.html"]);
        Assert.All(
            topic.QuerySelectorAll("a[href]").Where(a => IsOutside(a.GetAttribute("href")!)),
            a => Assert.Equal("external", a.GetAttribute("rel")));
        Assert.NotEmpty(topic.QuerySelectorAll("figure img"));
    }

    [Fact]
    public async Task It_holds_what_is_public_and_runs_nothing()
    {
        var files = await CopyAsync();
        Assert.All(
            files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)),
            file => Assert.Empty(Read(file.Value).QuerySelectorAll("script, form, iframe, [onclick], [style]")));
        Assert.Contains("@inproceedings", files["llmguide/catalogue.bib"]);
        using var json = JsonDocument.Parse(files["llmguide/catalogue.json"]);
        Assert.True(json.RootElement.GetProperty("resources").GetArrayLength() > 100);
        Assert.DoesNotContain("\\[", files["llmguide/resources.html"]);
    }

    [Fact]
    public async Task A_state_is_the_same_until_something_is_edited()
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        var states = database.Get<ContentStateQuery>();
        var before = await states.RunAsync(GuideDatabase.Cancelled);
        Assert.Equal(before, await states.RunAsync(GuideDatabase.Cancelled));
        var subject = database.Get<ResourceSubject>();
        var now = (await database.Get<DraftQuery>().RunAsync(subject, "lora", GuideDatabase.Cancelled))!;
        Assert.Null((await database.Get<Editing>().SaveAsync(
            subject, Actor.Operator, now.To(now.Draft with { Minutes = 91 }, ""), GuideDatabase.Cancelled)).Refusal);
        Assert.NotEqual(before, await states.RunAsync(GuideDatabase.Cancelled));
    }

    private async Task<Dictionary<string, string>> CopyAsync()
    {
        using var output = new MemoryStream();
        await seeded.Database.Get<SiteCopy>().WriteAsync(output, "LlmGuide", path => Site + path, GuideDatabase.Cancelled);
        await using var zip = new ZipArchive(output, ZipArchiveMode.Read);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(GuideDatabase.Cancelled));
            files.Add(entry.FullName, await text.ReadToEndAsync(GuideDatabase.Cancelled));
        }

        return files;
    }

    private static IEnumerable<string> LinksOf(string file, string text) => Path.GetExtension(file) switch
    {
        ".html" => Read(text).QuerySelectorAll("[href], [src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!),
        ".md" => Markdig.Markdown.Parse(text).Descendants<LinkInline>().Select(link => link.Url ?? ""),
        _ => [],
    };

    private static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    private static bool IsOutside(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" or "mailto" or "ftp";

    private static string Target(string file, string link)
    {
        var bare = Uri.UnescapeDataString(link.Split('#', '?')[0]);
        return bare.Length == 0 ? file : new Uri(new Uri($"file:///{file}"), bare).AbsolutePath[1..];
    }
}
