using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace LlmGuide.Web.Assistants;

/// <summary>
/// The guide as a server of the Model Context Protocol, over streamable HTTP. It keeps no sessions: each request says all, so that any
/// node answers it.
/// </summary>
internal static class AssistantEndpoints
{
    /// <summary>The longest question has a few hundred characters; the rest is the envelope of the protocol.</summary>
    private const int LongestRequest = 64 * 1024;

    /// <summary>As the API writes it, with what is not known as null.</summary>
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static IServiceCollection AddAssistants(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "llmguide", Title = "LlmGuide", Version = "1.0" };
            server.ServerInstructions =
                "A curated reading path into large language models: topics in the order in which to learn them, the papers and articles "
                + "to read in each, NLP tasks, and benchmarks with results that name their source. Search first; the other tools take the "
                + "slugs that it gives. Cite the addresses.";
        })
        .WithHttpTransport(transport => transport.Stateless = true)
        .WithRequestFilters(filters => filters.AddCallToolFilter(ToolFaults.Told))
        .WithTools<GuideTools>(Json);

        // What a client sends wrong is told to the client; what breaks here is logged by ToolFaults.
        return services.AddLogging(logging => logging.AddFilter("ModelContextProtocol", LogLevel.Critical));
    }

    public static void MapAssistants(this IEndpointRouteBuilder site)
    {
        site.MapMcp(Links.Assistants).Limited(Limit.Assistant).ForTokensOrNobody(TokenScopes.Read)
            .WithMetadata(new RequestSizeLimitAttribute(LongestRequest)).ExcludeFromDescription()
            .Add(endpoint => endpoint.RequestDelegate = Bounded(endpoint.RequestDelegate!));
        site.MapMethods(
            Links.Assistants, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Delete],
            (HttpContext http) =>
            {
                http.Response.Headers.Allow = HttpMethods.Post;
                return Error(StatusCodes.Status405MethodNotAllowed, "This server keeps no sessions: everything is asked by POST.");
            })
            .ExcludeFromDescription();
    }

    /// <summary>What is too long ends as an error of the protocol, read no further.</summary>
    private static RequestDelegate Bounded(RequestDelegate handle) => async http =>
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (http.Request.ContentLength > LongestRequest)
            {
                throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
            }

            await handle(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            http.Response.Headers[HeaderNames.Connection] = "close";
            await Error(
                refused.StatusCode,
                refused.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? $"The request is longer than {LongestRequest / 1024} kB." : "The request could not be read.").ExecuteAsync(http);
        }
    };

    private static IResult Error(int status, string says) => Results.Json(
        new { jsonrpc = "2.0", id = (object?)null, error = new { code = (int)McpErrorCode.InvalidRequest, message = says } },
        statusCode: status);
}
