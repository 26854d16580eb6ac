using System.ServiceModel.Syndication;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Text;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Xml;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Discussion;

/// <summary>New comments as Atom 1.0: of everything, and of one topic.</summary>
internal static class Feeds
{
    private const int Entries = 50;

    public static void MapDiscussionFeeds(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/discussions.atom", HttpVerbs.Read, AllAsync).CachedForReaders().ExcludeFromDescription();
        site.MapMethods("/topics/{slug}/feed.atom", HttpVerbs.Read, OfTopicAsync).CachedForReaders().ExcludeFromDescription();
    }

    private static async Task<IResult> AllAsync(
        HttpContext http, SiteAddress address, IOptions<SiteOptions> site,
        DiscussionsQuery discussions, CancellationToken cancellationToken)
    {
        http.TagPage(PageTags.Discussions);
        return Answer(http, address, $"{site.Value.Title}: discussion", Links.Discussions, await discussions.NewestAsync(
            null, Entries, cancellationToken));
    }

    private static async Task<IResult> OfTopicAsync(
        string slug, HttpContext http, SiteAddress address, ConversationSubjectQuery subjects,
        DiscussionsQuery discussions, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(SubjectType.Topic, slug, cancellationToken) is not { } topic)
        {
            return Results.NotFound();
        }

        http.TagPage(PageTags.Topic(slug));
        return Answer(http, address, $"{BidiText.Isolated(topic.Title)}: discussion", Links.Topic(slug), await discussions.NewestAsync(
            topic.Id, Entries, cancellationToken));
    }

    private static IResult Answer(
        HttpContext http, SiteAddress address, string title, string path, IReadOnlyList<DiscussedComment> comments) =>
        AtomFeed.Answer(http, address, title, path, [.. comments.Select(comment => AtomFeed.Entry(
            address.Of(http.Request, Links.Comment(comment.Id)),
            $"{comment.Author ?? "Former member"} on {BidiText.Isolated(comment.Title)}",
            new TextSyndicationContent(comment.Html, TextSyndicationContentKind.Html),
            comment.Author ?? "Former member",
            comment.CreatedAt,
            comment.EditedAt ?? comment.CreatedAt))]);
}
