using System.ServiceModel.Syndication;
using System.Xml;

using LlmGuide.Core.Discussion;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Delivery;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Discussion;

/// <summary>New comments as Atom 1.0: of everything, and of one topic.</summary>
internal static class Feeds
{
    private const int Entries = 50;

    public static void MapDiscussionFeeds(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/discussions.atom", Reading, AllAsync).CachedForReaders().ExcludeFromDescription();
        site.MapMethods("/topics/{slug}/feed.atom", Reading, OfTopicAsync).CachedForReaders().ExcludeFromDescription();
    }

    private static string[] Reading => [HttpMethods.Get, HttpMethods.Head];

    private static async Task<IResult> AllAsync(HttpContext http, SiteAddress address, IOptions<SiteOptions> site, DiscussionsQuery discussions, CancellationToken cancellationToken)
    {
        http.TagPage(ConversationChange.Lists);
        return Answer(http, address, $"{site.Value.Title}: discussion", Links.Discussions, await discussions.NewestAsync(null, Entries, cancellationToken));
    }

    private static async Task<IResult> OfTopicAsync(
        string slug, HttpContext http, SiteAddress address, ConversationSubjectQuery subjects, DiscussionsQuery discussions, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(SubjectType.Topic, slug, cancellationToken) is not { } topic)
        {
            return Results.NotFound();
        }

        http.TagPage(ConversationChange.TagOf(SubjectType.Topic, slug));
        return Answer(http, address, $"{topic.Title}: discussion", Links.Topic(slug), await discussions.NewestAsync(topic.Id, Entries, cancellationToken));
    }

    private static IResult Answer(HttpContext http, SiteAddress address, string title, string path, IReadOnlyList<DiscussedComment> comments)
    {
        var page = new Uri(address.Of(http.Request, path));
        var own = new Uri(address.Of(http.Request, http.Request.Path));
        var feed = new SyndicationFeed(title, null, page, own.ToString(), comments.Count == 0 ? DateTimeOffset.UnixEpoch : comments.Max(c => c.EditedAt ?? c.CreatedAt))
        {
            Items = [.. comments.Select(comment => Entry(http, address, comment))],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(own, "application/atom+xml"));
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            feed.GetAtom10Formatter().WriteTo(xml);
        }

        return Results.Bytes(text.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Entry(HttpContext http, SiteAddress address, DiscussedComment comment)
    {
        var link = new Uri(address.Of(http.Request, Links.Comment(comment.Id)));
        var entry = new SyndicationItem
        {
            Id = link.ToString(),
            Title = new TextSyndicationContent($"{comment.Author ?? "Former member"} on {comment.Title}"),
            Content = new TextSyndicationContent(comment.Html, TextSyndicationContentKind.Html),
            PublishDate = comment.CreatedAt,
            LastUpdatedTime = comment.EditedAt ?? comment.CreatedAt,
        };
        entry.Authors.Add(new SyndicationPerson { Name = comment.Author ?? "Former member" });
        entry.Links.Add(SyndicationLink.CreateAlternateLink(link));
        return entry;
    }
}
