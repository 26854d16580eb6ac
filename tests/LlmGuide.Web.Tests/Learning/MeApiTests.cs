using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Learning;

/// <summary>What programs read and change for a member.</summary>
public sealed class MeApiTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Fact]
    public async Task A_program_marks_a_work_and_reads_the_marks_under_the_promised_names()
    {
        var token = await Host.TokenAsync("program", TokenScopes.Read | TokenScopes.Learn);
        using var put = await SendAsync(HttpMethod.Put, "/api/v1/me/progress/attention-is-all-you-need", token, new { state = "read" });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var list = await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/me/progress?limit=1", token));
        var entry = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(["resource", "state", "since"], entry.EnumerateObject().Select(p => p.Name));
        Assert.Equal("read", entry.GetProperty("state").GetString());
        Assert.Equal((1, JsonValueKind.Null), (list.GetProperty("total").GetInt32(), list.GetProperty("next").ValueKind));
        var me = await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/me", token));
        Assert.Equal(1, me.GetProperty("progress").GetProperty("done").GetInt32());
    }

    [Theory]
    [InlineData("attention-is-all-you-need", "{\"state\":\"finished\"}", HttpStatusCode.BadRequest, "state must be one of todo")]
    [InlineData("attention-is-all-you-need", "{}", HttpStatusCode.BadRequest, "state must be one of todo")]
    [InlineData("attention-is-all-you-need", "{", HttpStatusCode.BadRequest, "")]
    [InlineData("attention-is-all-you-need", "", HttpStatusCode.BadRequest, "")]
    [InlineData("no-such-work", "{\"state\":\"read\"}", HttpStatusCode.NotFound, "not in the guide")]
    public async Task What_cannot_be_marked_is_a_problem_that_says_why(string work, string body, HttpStatusCode status, string why)
    {
        var token = await Host.TokenAsync("wrong", TokenScopes.Learn);
        using var answer = await SendAsync(
            HttpMethod.Put, $"/api/v1/me/progress/{work}", token, new StringContent(body, null, "application/json"));
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_notes_and_bookmarks()
    {
        var token = await Host.TokenAsync("noted", TokenScopes.Read);
        var actor = new Actor((await Host.MemberAsync("noted")).Id, "noted", Role.None);
        await Host.Services.GetRequiredService<SaveNote>().RunAsync(
            actor, AnnotatedKind.Topic, "transformer", "A *note*.", seen: null, GuideHost.Cancelled);
        await Host.Services.GetRequiredService<SetBookmark>().RunAsync(
            actor, AnnotatedKind.Benchmark, "squad-1-1", wanted: true, GuideHost.Cancelled);
        var note = Assert.Single((await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/me/notes", token)))
            .GetProperty("items").EnumerateArray());
        Assert.Equal(("topic", "A *note*."), (note.GetProperty("type").GetString(), note.GetProperty("markdown").GetString()));
        var bookmark = Assert.Single((await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/me/bookmarks", token)))
            .GetProperty("items").EnumerateArray());
        Assert.EndsWith("/benchmarks/squad-1-1", bookmark.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_suggests_in_its_members_name()
    {
        var token = await Host.TokenAsync("suggests", TokenScopes.Suggest);
        var correction = new { kind = "correction", resource = "t5", field = "venue", value = "JMLR 21", why = "It was published there." };
        var sent = await JsonAsync(await SendAsync(HttpMethod.Post, "/api/v1/suggestions", token, correction));
        Assert.Equal("new", sent.GetProperty("state").GetString());
        var by = await Host.AskAsync(db => db.Set<Core.Suggestions.Suggestion>()
            .Where(s => s.Id == sent.GetProperty("id").GetInt32()).Select(s => s.SuggestedById).SingleAsync(GuideHost.Cancelled));
        Assert.Equal((await Host.MemberAsync("suggests")).Id, by);
        using var wrong = await SendAsync(HttpMethod.Post, "/api/v1/suggestions", token, new { kind = "praise" });
        Assert.Contains("kind must be one of", await wrong.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        using var empty = await SendAsync(HttpMethod.Post, "/api/v1/suggestions", token, correction with { field = "colour" });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("\"errors\":{\"field\"", await empty.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)),
            Headers = { Authorization = new("Bearer", token) },
        };
        return await Host.Client.SendAsync(request, GuideHost.Cancelled);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
            return document.RootElement.Clone();
        }
    }
}
