using System.Net;

using LlmGuide.Web.Tests.Revisions;

using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Web.Tests.Interchange;

/// <summary>Every page of content is there as Markdown.</summary>
public sealed class MarkdownTwinTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/", "/index.md", "# LlmGuide")]
    [InlineData("/topics/transformer", "/topics/transformer.md", "# The Transformer")]
    [InlineData("/resources/bert", "/resources/bert.md", "# BERT: Pre-training of Deep Bidirectional Transformers")]
    [InlineData("/tasks/token-classification", "/tasks/token-classification.md", "# Token")]
    [InlineData("/benchmarks/conll-2003", "/benchmarks/conll-2003.md", "# CoNLL")]
    public async Task A_page_names_its_twin_which_begins_with_its_title(string page, string twin, string begins)
    {
        Assert.Contains(
            $"<link rel=\"alternate\" type=\"text/markdown\" href=\"{new Uri(site.Host.Client.BaseAddress!, twin)}\"",
            await site.Host.TextAsync(page),
            StringComparison.Ordinal);
        using var answer = await site.Host.GetAsync(twin);
        Assert.Equal((HttpStatusCode.OK, "text/markdown"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var text = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.StartsWith(begins, text, StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
        Assert.All(Links(text), link => Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _), link));
    }

    [Fact]
    public async Task A_topic_has_its_text_its_works_its_questions_and_its_figures_in_words()
    {
        var text = await site.Host.TextAsync("/topics/transformer.md");
        Assert.All(
            (string[])["## The idea", "## Key concepts", "## Essential", "## Further reading", "## Check yourself", "### Since then",
                "Facts checked 2026-", "attention-is-all-you-need.md", "> **Figure: "],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("figure:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_benchmark_has_all_its_results_in_one_table()
    {
        var text = await site.Host.TextAsync("/benchmarks/wmt14-en-de.md");
        var table = Markdig.Markdown.Parse(text, new MarkdownPipelineBuilder().UsePipeTables().Build())
            .Descendants<Markdig.Extensions.Tables.Table>().Single();
        var lines = (await site.Host.TextAsync("/benchmarks/wmt14-en-de.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, table.Count);
    }

    [Fact]
    public async Task A_list_for_language_models_names_twins_and_all_of_them_are_in_one_text()
    {
        var list = await site.Host.TextAsync("/llms.txt");
        Assert.Contains("/topics/transformer.md)", list, StringComparison.Ordinal);
        Assert.Contains("/llms-full.txt)", list, StringComparison.Ordinal);
        var all = await site.Host.TextAsync("/llms-full.txt");
        foreach (var twin in (string[])["/topics/safety.md", "/resources/bert.md", "/tasks/translation.md", "/benchmarks/conll-2003.md"])
        {
            Assert.Contains(await site.Host.TextAsync(twin), all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_the_whole_text_is_told_whether_it_changed()
    {
        await using var edited = await PathSite.StartAsync();
        var tag = await TagAsync(HttpStatusCode.OK, "");
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal(tag, await TagAsync(HttpStatusCode.NotModified, tag));
        using var ada = await edited.BrowserAsync();
        await ada.OpenAsync("/curate/resources/bert");
        await ada.SendAsync("resource", ("Title", "Another title"));
        Assert.NotEqual(tag, await TagAsync(HttpStatusCode.OK, tag));

        async Task<string> TagAsync(HttpStatusCode expected, string known)
        {
            using var answer = await edited.Host.GetAsync("/llms-full.txt", ("If-None-Match", known));
            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(expected == HttpStatusCode.OK, (await answer.Content.ReadAsByteArrayAsync(GuideHost.Cancelled)).Length > 0);
            return answer.Headers.ETag!.ToString();
        }
    }

    [Theory]
    [InlineData("/topics/nowhere.md")]
    [InlineData("/resources/nowhere.md")]
    [InlineData("/tasks/nowhere.md")]
    [InlineData("/benchmarks/nowhere.md")]
    public async Task A_twin_of_what_is_not_there_is_404(string address)
    {
        using var answer = await site.Host.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_twin_follows_an_edit_and_a_new_address()
    {
        await using var edited = await PathSite.StartAsync();
        using var ada = await edited.BrowserAsync();
        await edited.Host.TextAsync("/resources/bert.md");
        await ada.OpenAsync("/curate/resources/bert");
        await ada.SendAsync("resource", ("Slug", "bert-2018"), ("Title", "A *new* title"));
        using var answer = await edited.Host.GetAsync("/resources/bert.md");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/resources/bert-2018.md"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.StartsWith("# A \\*new\\* title\n", await edited.Host.TextAsync("/resources/bert-2018.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(string markdown) =>
        Markdig.Markdown.Parse(markdown).Descendants<LinkInline>().Select(link => link.Url!);
}
