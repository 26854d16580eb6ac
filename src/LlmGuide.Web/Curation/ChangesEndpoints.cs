using System.ServiceModel.Syndication;

using LlmGuide.Core;
using LlmGuide.Core.Curation;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared.Delivery;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Curation;

/// <summary>The public log for programs: as Atom 1.0 and as JSON.</summary>
internal static class ChangesEndpoints
{
    private const int Entries = 50;

    public static void MapChanges(this IEndpointRouteBuilder site)
    {
        site.MapMethods(Links.ChangesFeed, AtomFeed.Reading, FeedAsync).CachedForReaders().ExcludeFromDescription();
        site.MapApi("Changes").MapRead("/changes", (HttpContext http, [AsParameters] BatchRequest batch, ChangeRecords changes, CancellationToken cancellationToken) =>
            {
                http.TagPage(PageTags.Changes);
                return batch.AnswerAsync((after, limit) => changes.BatchAsync(after, limit, cancellationToken));
            })
            .WithSummary("Every act of curation and moderation, newest first").Produces<Batch<ChangeRecord>>().CachedForReaders("limit", "after");
    }

    private static async Task<IResult> FeedAsync(HttpContext http, SiteAddress address, IOptions<SiteOptions> site, ChangesQuery changes, CancellationToken cancellationToken)
    {
        http.TagPage(PageTags.Changes);
        var newest = await changes.NewestAsync(Entries, cancellationToken);
        return AtomFeed.Answer(http, address, $"{site.Value.Title}: moderation log", Links.Changes, [.. newest.Select(change => AtomFeed.Entry(
            address.Of(http.Request, $"{Links.Changes}#{ChangeWords.Anchor(change)}"),
            ChangeWords.Sentence(change),
            new TextSyndicationContent(change.Reason),
            change.By,
            change.At,
            change.At))]);
    }
}
