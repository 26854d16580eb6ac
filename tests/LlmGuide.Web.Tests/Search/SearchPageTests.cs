using System.Net;

namespace LlmGuide.Web.Tests.Search;

/// <summary>The page of results over HTTP, with what is said of a query.</summary>
public sealed class SearchPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("(bert type:papr", "The brackets were left out", "type:papr")]
    [InlineData("transfomer", "These are results for", "transformer")]
    [InlineData("is colbert on persona-chat", "some of them", "ColBERT")]
    [InlineData("https://arxiv.org/abs/1706.03762v5", "Attention Is All You Need", "1 result")]
    public async Task A_reader_is_told_how_a_query_was_read(string query, string said, string also)
    {
        var page = await site.Host.TextAsync($"/search?q={Uri.EscapeDataString(query)}");
        Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(also, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(5_000)]
    public async Task Many_brackets_are_explained(int brackets)
    {
        var page = await site.Host.TextAsync($"/search?q={new string('(', brackets)}a");
        Assert.Contains("brackets", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_kilobytes_are_answered_by_no_fault()
    {
        using var answer = await site.Host.GetAsync($"/search?q={new string('a', 10_240)}");
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.RequestUriTooLong]);
    }

    [Fact]
    public async Task Programs_ask_for_one_kind()
    {
        var json = await site.Host.TextAsync("/api/v1/search?q=translation&type=task&limit=2");
        Assert.Contains("\"type\":\"task\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"resource\"", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
