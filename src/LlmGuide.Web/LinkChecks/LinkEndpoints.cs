using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.LinkChecks;

/// <summary>Where the page of the links hears how far a round is.</summary>
internal static class LinkEndpoints
{
    // The row in the database says it, since the round may run on another node, or from the shell. It is read while a curator looks.
    public static void MapLinks(this IEndpointRouteBuilder site) => site
        .MapGet(Links.LinkRoundLive, (LinkCheckRunQuery rounds, HttpContext http) => Live.Progress(http, async ended =>
            await rounds.RunAsync(ended) is { Running: true } round
                ? (true, new LiveProgress(round.Done, round.Total))
                : (false, new LiveProgress(0, 0))))
        .RequireAuthorization(nameof(Permission.CheckLinks)).ExcludeFromDescription();
}
