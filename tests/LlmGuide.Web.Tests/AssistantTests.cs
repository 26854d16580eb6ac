using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Web.Tests.Accounts;

using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace LlmGuide.Web.Tests;

/// <summary>An assistant asks the real site by the protocol's own client.</summary>
public sealed class AssistantTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Fact]
    public async Task The_five_tools_say_what_they_take_and_what_they_give()
    {
        await using var client = await ClientAsync();
        var tools = await client.ListToolsAsync(cancellationToken: GuideHost.Cancelled);
        Assert.Equal(
            ["get_benchmark", "get_resource", "get_topic", "search", "whats_next"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString()));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        var query = tools.Single(tool => tool.Name == "search").JsonSchema.GetProperty("properties").GetProperty("query");
        Assert.Equal("string", query.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("get_topic", "transformer", "/api/v1/topics/transformer")]
    [InlineData("get_resource", "attention-is-all-you-need", "/api/v1/resources/attention-is-all-you-need")]
    public async Task A_thing_is_what_the_API_says_of_it(string tool, string slug, string path)
    {
        await using var client = await ClientAsync();
        var said = await AskAsync(client, tool, ("slug", slug));
        using var api = JsonDocument.Parse(await Host.TextAsync(path));
        Assert.True(JsonElement.DeepEquals(api.RootElement, said), $"{api.RootElement}\n{said}");
    }

    [Fact]
    public async Task Search_leads_to_a_benchmark_with_results_that_name_their_source()
    {
        await using var client = await ClientAsync();
        var hit = (await AskAsync(client, "search", ("query", "CoNLL 2003"), ("limit", 20))).GetProperty("items").EnumerateArray()
            .First(item => item.GetProperty("type").GetString() == "benchmark");
        Assert.StartsWith(Host.Client.BaseAddress!.ToString(), hit.GetProperty("url").GetString(), StringComparison.Ordinal);
        var board = await AskAsync(client, "get_benchmark", ("slug", hit.GetProperty("slug").GetString()!), ("results", 2));
        Assert.Equal(2, board.GetProperty("results").GetArrayLength());
        Assert.False(string.IsNullOrEmpty(board.GetProperty("results")[0].GetProperty("source").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task What_is_next_begins_at_the_start_and_is_a_member_s_own_with_their_token()
    {
        await using var nobody = await ClientAsync();
        var start = await AskAsync(nobody, "whats_next");
        Assert.Equal((false, 0), (start.GetProperty("personal").GetBoolean(), start.GetProperty("essentialsDone").GetInt32()));
        Assert.False(string.IsNullOrEmpty(start.GetProperty("next").GetProperty("topic").GetProperty("slug").GetString()));
        await using var member = await ClientAsync(await Host.TokenAsync("asks", TokenScopes.Read));
        Assert.True((await AskAsync(member, "whats_next")).GetProperty("personal").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_token_or_one_for_something_else_is_refused()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => ClientAsync("llmg_made-up"));
        var other = await Host.TokenAsync("learns", TokenScopes.Learn);
        await Assert.ThrowsAsync<HttpRequestException>(() => ClientAsync(other));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words_and_an_unknown_tool_is_an_error_of_the_protocol()
    {
        await using var client = await ClientAsync();
        var missing = await client.CallToolAsync(
            "get_topic", new Dictionary<string, object?> { ["slug"] = "no-such-topic" }, cancellationToken: GuideHost.Cancelled);
        Assert.True(missing.IsError);
        Assert.Contains("Search for it first.", JsonSerializer.Serialize(missing.Content), StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<McpProtocolException>(
            async () => await client.CallToolAsync("drop_tables", cancellationToken: GuideHost.Cancelled));
        Assert.Equal(McpErrorCode.InvalidParams, unknown.ErrorCode);
    }

    [Theory]
    [InlineData("get_topic", "topic", "x", "The tool get_topic has no argument “topic”. It takes: slug.")]
    [InlineData("search", "limit", 5, "The argument “query” is missing. A few words, a title, an arXiv number or a DOI.")]
    [InlineData("get_topic", "slug", 5, "The argument “slug” must be of type string. The slug of the topic, such as transformer.")]
    public async Task A_call_with_wrong_arguments_is_told_what_to_send(string tool, string argument, object value, string says)
    {
        await using var client = await ClientAsync();
        var refused = await client.CallToolAsync(
            tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: GuideHost.Cancelled);
        Assert.True(refused.IsError);
        Assert.Equal(says, Assert.Single(refused.Content.OfType<TextContentBlock>()).Text);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"get_topic","arguments":{"slug":"transformer"}}}""", 200)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData(null, 413)]
    public async Task A_request_without_a_session_is_answered_and_a_broken_or_long_one_ends_as_an_error(string? body, int status)
    {
        var sent = new string('x', 5 * 1024 * 1024);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body ?? $$"""{"jsonrpc":"2.0","id":1,"method":"{{sent}}"}""", Encoding.UTF8, "application/json"),
        };
        chunked.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        chunked.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));

        // Whoever asks first hears of the limit before sending anything; otherwise the answer races with a closed connection.
        chunked.Headers.ExpectContinue = body is null;
        using var answer = await Host.Client.SendAsync(chunked, GuideHost.Cancelled);
        Assert.Equal(status, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.Contains(status == 200 ? "\"result\"" : "\"error\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_session_to_listen_to_or_to_end()
    {
        using var answer = await Host.GetAsync("/mcp");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    private async Task<McpClient> ClientAsync(string? token = null) => await McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(Host.Client.BaseAddress!, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }),
        cancellationToken: GuideHost.Cancelled);

    private static async Task<JsonElement> AskAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var answer = await client.CallToolAsync(
            tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: GuideHost.Cancelled);
        Assert.False(answer.IsError is true, JsonSerializer.Serialize(answer.Content));
        return Assert.NotNull(answer.StructuredContent);
    }
}
