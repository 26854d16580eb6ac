using LlmGuide.Core;
using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;

namespace LlmGuide.Web.Suggestions;

/// <summary>A suggestion from a program, in the name of the member whose token it sends: the command that the form calls.</summary>
internal static class SuggestionsApi
{
    public static void MapSuggestionsApi(this IEndpointRouteBuilder site) => site.MapApi("Suggestions")
        .MapPost("/suggestions", SendAsync).WithSummary("Sends a suggestion to the curators").Produces<SuggestionResponse>()
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ForTokens(TokenScopes.Suggest).Limited(Limit.Suggest);

    private static async Task<IResult> SendAsync(
        SuggestionRequest asked, SubmitSuggestion submit, SiteAddress address, HttpContext http, CancellationToken cancellationToken)
    {
        if (asked.FindFault() is { } fault)
        {
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var sent = await submit.RunAsync(http.Actor()!, asked.ToDraft(), http.Connection.RemoteIpAddress, cancellationToken);
        return sent.TryGet(out var done, out var refusal)
            ? Results.Ok(new SuggestionResponse(
                done.Id, done.What.ToSlug(), address.Of(http.Request, Links.Suggestion(done.Id))))
            : refusal is AlreadyInGuide
                ? Results.Problem(refusal.Why, statusCode: StatusCodes.Status409Conflict)
                : refusal.ToProblem(field => char.ToLowerInvariant(field[0]) + field[1..]);
    }
}

/// <summary>What to suggest; which of it counts depends on the kind.</summary>
/// <param name="Kind">resource (a work that is missing), correction, deadlink, betterlink, prerequisite or result.</param>
/// <param name="Resource">The slug of the resource that it is about.</param>
/// <param name="Topic">The slug of the topic that it is about, or where a new work belongs.</param>
/// <param name="Benchmark">The slug of the benchmark that it is about.</param>
/// <param name="Result">The number of the result that it is about.</param>
/// <param name="Field">The field to correct.</param>
/// <param name="Value">What it should say.</param>
/// <param name="Why">For the curators.</param>
/// <param name="Url">Of a new work, and so the rest.</param>
internal sealed record SuggestionRequest(
    string? Kind, string? Resource, string? Topic, string? Benchmark, string? Result, string? Field, string? Value, string? Why,
    string? Url, string? Title, string? WorkKind, string? Authors, int? Year, string? Venue, int? Minutes, string? Level)
{
    public string? FindFault() =>
        Names.Parse<SuggestionKind>(Kind) is null ? $"kind must be one of {string.Join(", ", Names.All<SuggestionKind>())}."
        : WorkKind is { Length: > 0 } && Names.Parse<ResourceKind>(WorkKind) is null
            ? $"workKind must be one of {string.Join(", ", Names.All<ResourceKind>())}."
        : Level is { Length: > 0 } && Names.Parse<ResourceLevel>(Level) is null
            ? $"level must be one of {string.Join(", ", Names.All<ResourceLevel>())}."
        : null;

    public SuggestionDraft ToDraft() => new()
    {
        Kind = Names.Parse<SuggestionKind>(Kind) ?? default,
        Resource = Resource,
        Topic = Topic,
        Benchmark = Benchmark,
        Result = Result,
        Field = Field,
        Value = Value,
        Why = Why,
        Url = Url,
        Title = Title,
        WorkKind = Names.Parse<ResourceKind>(WorkKind),
        Authors = Authors,
        Year = Year?.ToInvariantString(),
        Venue = Venue,
        Minutes = Minutes?.ToInvariantString(),
        Level = Names.Parse<ResourceLevel>(Level),
    };
}

/// <param name="State">new; yours or same, where it waits already; applied, where two members say the same.</param>
/// <param name="Url">Where its outcome will stand.</param>
internal sealed record SuggestionResponse(int Id, string State, string Url);
