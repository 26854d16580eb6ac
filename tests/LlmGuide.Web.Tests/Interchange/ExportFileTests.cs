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
}
