using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using LlmGuide.Core.Members;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>What is said can be read without an account and without a browser.</summary>
public sealed class OpenTalkTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private const string Rendered = "/api/v1/markdown";

    [Theory]
    [InlineData("/topics/quantization")]
    [InlineData("/api/v1/topics/quantization/comments?limit=100")]
    [InlineData("/topics/quantization/feed.atom")]
    [InlineData("/discussions.atom")]
    [InlineData("/discussions?sort=newest")]
    public async Task A_kept_answer_shows_a_comment_as_soon_as_it_is_there(string path)
    {
        var ada = await court.MemberAsync();
        await court.Host.TextAsync(path);
        var said = await court.CommentAsync(ada, "quantization", "Four bits are enough.");
        Assert.Contains(
            path.StartsWith("/discussions?", StringComparison.Ordinal) ? "/topics/quantization" : Named(path, said),
            await court.Host.TextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_rendered_for_programs_as_a_comment_is()
    {
        const string Text = "A **bold** claim: $n^2$, `code`, and https://example.org/x";
        using var answer = await court.Host.Client.PostAsJsonAsync(Rendered, new { text = Text }, GuideHost.Cancelled);
        var html = (await answer.Content.ReadFromJsonAsync<JsonElement>(GuideHost.Cancelled)).GetProperty("html").GetString()!;
        await court.CommentAsync(await court.MemberAsync(Role.Curator), "tokenization", Text);
        Assert.Contains("<strong>bold</strong>", html, StringComparison.Ordinal);
        Assert.Contains(html.Trim(), await court.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_text_that_is_no_comment_is_a_problem_that_says_why(int length)
    {
        using var answer = await court.Host.Client.PostAsJsonAsync(Rendered, new { text = new string('a', length) }, GuideHost.Cancelled);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_address_of_a_comment_leads_to_it_even_after_a_merge()
    {
        var said = await court.CommentAsync(await court.MemberAsync(), "agents-and-tools", "An agent is a loop.");
        Assert.Equal($"/topics/agents-and-tools#c{said}", await LeadsToAsync(said));
        using var merged = await court.SendAsync(
            await court.MemberAsync(Role.Curator), "/curate/topics/agents-and-tools/merge", "/curate/topics/agents-and-tools/merge",
            "merge", ("into", "retrieval-augmented-generation"), ("reason", "They are read together."));
        Assert.Equal($"/topics/retrieval-augmented-generation#c{said}", await LeadsToAsync(said));
        using var unknown = await court.Host.GetAsync("/c/1000000");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static string Named(string path, int comment) => path.StartsWith("/api", StringComparison.Ordinal) ? $"\"id\":{comment},"
        : path.EndsWith(".atom", StringComparison.Ordinal) ? $"/c/{comment}" : $"id=\"c{comment}\"";

    private async Task<string?> LeadsToAsync(int comment)
    {
        using var answer = await court.Host.GetAsync($"/c/{comment}");
        return answer.Headers.Location?.ToString();
    }
}
