using System.Net;

namespace LlmGuide.Web.Tests.Interchange;

/// <summary>Leaderboards as files, and what search finds of them.</summary>
public sealed class BoardFileTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_csv_is_a_file_with_a_line_for_each_result_and_its_source()
    {
        using var answer = await site.Host.GetAsync("/benchmarks/wmt14-en-de.csv");
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("wmt14-en-de.csv", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var lines = (await answer.Content.ReadAsStringAsync(GuideHost.Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("model,BLEU,setting,", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + 12, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains("https://", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_csv_of_what_is_not_there_is_404()
    {
        using var answer = await site.Host.GetAsync("/benchmarks/nowhere.csv");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("squad", "benchmark", "/benchmarks/squad-2-0")]
    [InlineData("translation", "task", "/tasks/translation")]
    [InlineData("perplexity", "metric", "/metrics#perplexity")]
    public async Task Search_finds_what_is_measured_for_people_and_for_programs(string text, string type, string address)
    {
        Assert.Contains($"href=\"{address}\"", await site.Host.TextAsync($"/search?q={text}"), StringComparison.Ordinal);
        var json = await site.Host.TextAsync($"/api/v1/search?q={text}");
        Assert.Contains($"\"type\":\"{type}\"", json, StringComparison.Ordinal);
        Assert.Contains($"{address}\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_nearly_one_of_a_benchmark_suggests_it()
    {
        using var answer = await site.Host.GetAsync("/benchmarks/conll");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("/benchmarks/conll-2003", await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }
}
