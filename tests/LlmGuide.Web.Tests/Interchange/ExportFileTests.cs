using System.IO.Compression;
using System.Net;

namespace LlmGuide.Web.Tests.Interchange;

/// <summary>The catalogue as files.</summary>
public sealed class ExportFileTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task The_catalogue_is_there_as_an_awesome_list()
    {
        using var answer = await site.Host.GetAsync("/export/awesome.md");
        Assert.Equal((HttpStatusCode.OK, "text/markdown"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var list = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.StartsWith("# Awesome Large Language Models [![Awesome]", list, StringComparison.Ordinal);
        Assert.Contains("\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762) - ", list, StringComparison.Ordinal);
        Assert.EndsWith(".\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_site_is_made_once_for_a_state_of_the_content()
    {
        using var first = await site.Host.GetAsync("/export/site.zip");
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        await using var zip = new ZipArchive(await first.Content.ReadAsStreamAsync(GuideHost.Cancelled));
        Assert.NotNull(zip.GetEntry("llmguide/index.html"));
        using var again = await site.Host.GetAsync("/export/site.zip", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }
}
