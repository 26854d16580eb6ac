using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What YouTube says about a video: its oEmbed (https://oembed.com), which has no length.</summary>
internal static class YouTubeFacts
{
    private const string Source = "YouTube";

    public static string Address(FactSources sources, string canonical) =>
        $"{sources.YouTube}/oembed?format=json&url={Uri.EscapeDataString(canonical)}";

    /// <summary>The video's own page, which has its length and day.</summary>
    public static string Page(FactSources sources, string id) => $"{sources.YouTube}/watch?v={Uri.EscapeDataString(id)}";

    public static WorkMetadata Read(LookupResponse answer)
    {
        using var document = Json.Parse(answer);
        var says = new SourcedValues(Source);
        var title = says.Title(Json.Text(Json.At(document?.RootElement, "title")));
        return title is null ? WorkMetadata.None : new WorkMetadata
        {
            Title = title,
            Authors = says.Authors([Json.Text(Json.At(document?.RootElement, "author_name"))]),
            Venue = says.Venue("YouTube"),
            Kind = says.Kind(ResourceKind.Video),
        };
    }
}
