using System.ServiceModel.Syndication;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Shared.Xml;

/// <summary>Atom 1.0 (RFC 4287), as all our feeds answer it.</summary>
internal static class AtomFeed
{
    public const string ContentType = "application/atom+xml";

    /// <param name="http">Whose path is the feed's own address.</param>
    /// <param name="address">Makes addresses whole.</param>
    /// <param name="entries">The newest first.</param>
    public static IResult Answer(HttpContext http, SiteAddress address, string title, string path, IReadOnlyList<SyndicationItem> entries)
    {
        var own = new Uri(address.Of(http.Request, http.Request.Path));
        var updated = entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.LastUpdatedTime);
        var feed = new SyndicationFeed(
            BidiText.Closed(title), null, new Uri(address.Of(http.Request, path)), own.ToString(), updated)
        {
            Items = entries,
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(own, ContentType));
        return XmlText.Answer(ContentType, feed.GetAtom10Formatter().WriteTo);
    }

    /// <param name="id">The same for ever, whatever becomes of its address: who reads the feed knows it again by that.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="page">Its address, where that is not its id.</param>
    public static SyndicationItem Entry(
        string id, string title, TextSyndicationContent content, string author,
        DateTimeOffset published, DateTimeOffset updated, string? page = null)
    {
        var entry = new SyndicationItem
        {
            Id = id,
            Title = new TextSyndicationContent(BidiText.Closed(title)),
            Content = content.Type == "html"
                ? new TextSyndicationContent(WholeAddresses.In(content.Text, new Uri(page ?? id)), TextSyndicationContentKind.Html)
                : content,
            PublishDate = published,
            LastUpdatedTime = updated,
        };
        entry.Authors.Add(new SyndicationPerson { Name = author });
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(page ?? id)));
        return entry;
    }
}
