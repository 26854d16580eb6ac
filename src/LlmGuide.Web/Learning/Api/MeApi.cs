using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;

namespace LlmGuide.Web.Learning.Api;

/// <summary>What programs of a member may ask about them, with a token of theirs.</summary>
internal static class MeApi
{
    public static void MapMeApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Me");
        api.MapMethods("/me", HttpVerbs.Read, AnswerAsync)
            .WithSummary("The member whose token it is, and how far they are").Produces<MeResponse>().ForTokens(TokenScopes.Read);
    }

    private static async Task<IResult> AnswerAsync(ReaderProgress readers, HttpContext http)
    {
        var progress = (await readers.OfAsync(http))!.Progress;
        return Results.Ok(new MeResponse(
            http.Actor()!.Name, http.User.ScopesOfToken().ToNames(),
            new ProgressSum(progress.Done, progress.Essentials, progress.Percent, progress.TopicsDone, progress.Topics.Count),
            progress.NextWork?.Slug));
    }
}

/// <param name="Scopes">What the token is for.</param>
/// <param name="Next">The slug of the next work to read; <c>null</c> when none is left.</param>
internal sealed record MeResponse(string Name, IReadOnlyList<string> Scopes, ProgressSum Progress, string? Next);

/// <param name="Done">How many essentials are read, skipped or known.</param>
/// <param name="Percent">Of the essentials alone.</param>
internal sealed record ProgressSum(int Done, int Essentials, int Percent, int TopicsDone, int Topics);
