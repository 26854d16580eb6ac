using System.ServiceModel.Syndication;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared.Xml;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Revisions;

/// <summary>The public log for programs: as Atom 1.0 and as JSON.</summary>
internal static class ChangesEndpoints
{
    private const int Entries = 50;

    public static void MapChanges(this IEndpointRouteBuilder site)
    {
        site.MapMethods(Links.ChangesFeed, HttpVerbs.Read, FeedAsync).CachedForReaders().ExcludeFromDescription();
        var api = site.MapApi("Changes");
        api.MapMethods("/changes/{id:int}", HttpVerbs.Read, ChangeAsync)
            .WithSummary("What an act has changed, field by field").Produces<ChangedFields>()
            .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
        api.MapMethods("/changes", HttpVerbs.Read, (
            HttpContext http, [AsParameters] BatchRequest batch, ChangeApiQuery changes, CancellationToken cancellationToken) =>
            {
                http.TagPage(PageTags.Changes);
                return batch.AnswerAsync((after, limit) => changes.BatchAsync(after, limit, cancellationToken));
            })
            .WithSummary("Every act of curation and moderation, newest first")
            .Produces<Batch<ChangeResponse>>().CachedForReaders("limit", "after");
    }

    private static async Task<IResult> ChangeAsync(int id, HttpContext http, RevisionQuery revisions, CancellationToken cancellationToken)
    {
        http.TagPage(PageTags.Changes);
        return await revisions.RunAsync(id, cancellationToken) is { } view
            ? Results.Ok(new ChangedFields(id, view.Revision.Number, [.. view.Revision.Fields.Select(
                field => new ChangedField(field.Path, field.Before, field.After))]))
            : Results.Problem(
                $"No act with the number {id} has changed anything that has a history.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> FeedAsync(
        HttpContext http, SiteAddress address, IOptions<SiteOptions> site, ChangesQuery changes, CancellationToken cancellationToken)
    {
        http.TagPage(PageTags.Changes);
        var newest = await changes.NewestAsync(Entries, cancellationToken);
        return AtomFeed.Answer(
            http, address, $"{site.Value.Title}: change log", Links.Changes, [.. newest.Select(change => AtomFeed.Entry(
                address.Of(http.Request, $"{Links.Changes}#{ChangeLabels.Anchor(change)}"),
                ChangeLabels.Sentence(change),
                new TextSyndicationContent(change.Reason),
                change.By,
                change.At,
                change.At,
                address.Of(http.Request, Page(change))))]);
    }

    /// <summary>What changed, where something has a history; else the row.</summary>
    private static string Page(Change change) => change switch
    {
        { Kind: LogKind.Release } => ChangeLabels.Address(change),
        { Revision: null } => $"{Links.Changes}#{ChangeLabels.Anchor(change)}",
        _ => Links.Change(change.Id),
    };
}
