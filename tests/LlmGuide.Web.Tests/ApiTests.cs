using System.Net;
using System.Text.Json;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Models;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests;

/// <summary>The JSON that programs rely on, by name.</summary>
public sealed class ApiTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Theory]
    [InlineData(
        "/api/v1/topics/transformer", "slug title stage position objective concepts prerequisites unlocks resources checks figures checkedAt")]
    [InlineData(
        "/api/v1/resources/t5",
        "slug title kind url authors year month venue arxivId doi level minutes essential access summary topics buildsOn companionOf link citationKey")]
    [InlineData("/api/v1/models/gpt-4-1", "slug name vendor released names results")]
    [InlineData("/api/v1/tasks/translation", "slug name type objective example metrics benchmarks topics")]
    [InlineData(
        "/api/v1/benchmarks/conll-2003", "slug name task url paperUrl year size split licence metric metrics resource state results")]
    public async Task A_thing_has_the_names_that_were_promised(string path, string names)
    {
        var thing = await JsonAsync(path);
        Assert.All(names.Split(' '), name => Assert.True(thing.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task A_result_has_the_names_that_were_promised_and_a_line_is_no_model()
    {
        var results = await JsonAsync("/api/v1/benchmarks/drop/results?limit=200");
        var items = results.GetProperty("items").EnumerateArray().ToList();
        Assert.All(
            "type model year scores setting source paperUrl measuredBy independent benchmarkVersion date".Split(' '),
            name => Assert.All(items, item => Assert.True(item.TryGetProperty(name, out _), name)));
        Assert.Equal(
            "owner (DROP)", Assert.Single(items, i => i.GetProperty("type").GetString() == "human").GetProperty("measuredBy").GetString());
        Assert.Contains(
            items, i => i.GetProperty("measuredBy").GetString() == "vendor (OpenAI)" && !i.GetProperty("independent").GetBoolean());
    }

    [Theory]
    [InlineData("stages")]
    [InlineData("topics")]
    [InlineData("resources")]
    [InlineData("tasks")]
    [InlineData("models")]
    public async Task A_list_is_walked_to_its_end(string things)
    {
        var (path, total) = ($"/api/v1/{things}", await CountAsync(things));
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var batch = await JsonAsync($"{path}?limit=7&after={after}");
            Assert.Equal(total, batch.GetProperty("total").GetInt32());
            seen.AddRange(batch.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!));
            after = batch.GetProperty("next").GetString();
        }

        Assert.Equal(total, seen.Distinct().Count());
        Assert.Equal(total, seen.Count);
    }

    [Theory]
    [InlineData("/api/v1/resources?limit=0")]
    [InlineData("/api/v1/resources?limit=201")]
    [InlineData("/api/v1/resources?limit=x")]
    [InlineData("/api/v1/resources?after=x")]
    [InlineData("/api/v1/resources?kind=foo")]
    [InlineData("/api/v1/resources?year=abc")]
    public async Task A_wrong_request_is_a_problem_that_says_why(string path)
    {
        using var answer = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/topics/nowhere")]
    [InlineData("/api/v1/resources/nowhere")]
    [InlineData("/api/v1/tasks/nowhere")]
    [InlineData("/api/v1/nowhere")]
    public async Task What_does_not_exist_is_a_problem_too(string path)
    {
        using var answer = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Search_finds_a_short_name()
    {
        var hit = (await JsonAsync("/api/v1/search?q=T5")).GetProperty("items")[0];
        Assert.Equal("t5", hit.GetProperty("slug").GetString());
        Assert.All("type slug title url snippet score".Split(' '), name => Assert.True(hit.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task An_unchanged_answer_costs_a_304()
    {
        using var first = await Host.GetAsync("/api/v1/topics");
        using var second = await Host.GetAsync("/api/v1/topics", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_knows_every_address()
    {
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(24, paths.Count);
        Assert.Contains("/api/v1/resources/{slug}", paths);
    }

    private Task<int> CountAsync(string things) => Host.AskAsync(db => things switch
    {
        "stages" => db.Stages.CountAsync(GuideHost.Cancelled),
        "topics" => db.Topics.CountAsync(GuideHost.Cancelled),
        "resources" => db.Resources.CountAsync(GuideHost.Cancelled),
        "models" => db.Models.CountAsync(m => m.ShownAsId == null, GuideHost.Cancelled),
        _ => db.NlpTasks.CountAsync(GuideHost.Cancelled),
    });

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Host.TextAsync(path));
        return document.RootElement.Clone();
    }
}
