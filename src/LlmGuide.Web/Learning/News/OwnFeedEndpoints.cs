using System.ServiceModel.Syndication;

using LlmGuide.Core.Learning.News;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Revisions;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Xml;

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Learning.News;

/// <summary>
/// What concerns one member, as Atom 1.0 (RFC 4287). A reader of feeds cannot sign in: the key in the address says whose it is.
/// </summary>
internal static class OwnFeedEndpoints
{
    private const int Entries = 50;

    public static void MapOwnFeed(this IEndpointRouteBuilder site)
    {
        site.MapMethods(Links.OwnFeed, HttpVerbs.Read, AnswerAsync).WithMetadata(new PersonalPageAttribute()).ExcludeFromDescription();
        site.MapPost(Links.MoveFeed, MoveAsync).RequireAuthorization().Limited(Limit.Form).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string? key, OwnFeed feeds, OwnNewsQuery news, SiteAddress address, IOptions<SiteOptions> site)
    {
        var owner = Guid.TryParse(key, out var known) ? await feeds.OwnerAsync(known, http.RequestAborted) : http.Actor()?.Id;
        if (owner is not { } member)
        {
            return Results.NotFound();
        }

        var newest = await news.RunAsync(member, since: null, Entries, http.RequestAborted);
        return AtomFeed.Answer(
            http, address, $"{site.Value.Title}: what changed on your path", Links.Me, [.. newest.Select(change => AtomFeed.Entry(
                address.Of(http.Request, $"{Links.Changes}#{ChangeLabels.Anchor(change)}"),
                ChangeLabels.Sentence(change),
                new TextSyndicationContent(change.Reason),
                change.By,
                change.At,
                change.At,
                address.Of(http.Request, ChangeLabels.Address(change))))]);
    }

    /// <summary>The form has nothing but its token, which is looked at because the endpoint takes a form.</summary>
    private static async Task<IResult> MoveAsync([FromForm] string? back, OwnFeed feeds, HttpContext http)
    {
        await feeds.MoveAsync(http.Actor()!, http.RequestAborted);
        http.Response.Headers.Location = LocalAddress.Of(back, Links.Me);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
