using System.Text;
using System.Text.Json;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What a page says about itself in JSON-LD (https://schema.org/CreativeWork).</summary>
internal static class LinkedData
{
    private const int MostThings = 50;

    public static WorkMetadata Read(PageScan page)
    {
        foreach (var script in page.LinkedData)
        {
            using var document = Json.Parse(Encoding.UTF8.GetBytes(script));
            if (document is not null && Things(document.RootElement).Take(MostThings)
                .Where(thing => KindOf(thing) is not null).Select(Facts).FirstOrDefault() is { } facts)
            {
                return facts;
            }
        }

        return WorkMetadata.None;
    }

    private static IEnumerable<JsonElement> Things(JsonElement root) =>
        Json.Items(root).SelectMany(thing => Json.At(thing, "@graph") is { } graph ? Json.Items(graph) : [thing]);

    private static WorkMetadata Facts(JsonElement thing)
    {
        var says = new SourcedValues("JSON-LD");
        return new WorkMetadata
        {
            Title = says.Title(Text(thing, "headline") ?? Text(thing, "name")),
            Authors = says.Authors(Json.Items(Json.At(thing, "author")).Select(author => Json.Text(author) ?? Text(author, "name"))),
            Venue = says.Venue(Text(Json.At(thing, "isPartOf"), "name") ?? Text(Json.At(thing, "publisher"), "name")),
            Kind = says.Kind(KindOf(thing)),
            Minutes = says.Minutes(PageFacts.Minutes(Text(thing, "duration") ?? Text(thing, "timeRequired"))),
            Abstract = says.Abstract(Text(thing, "abstract") ?? Text(thing, "description")),
        }.Or(says.Date(Text(thing, "datePublished") ?? Text(thing, "uploadDate")));
    }

    private static ResourceKind? KindOf(JsonElement thing) => Json.Items(Json.At(thing, "@type")).Select(type => Json.Text(type) switch
    {
        "Article" or "BlogPosting" or "NewsArticle" or "TechArticle" or "Report" => ResourceKind.Article,
        "ScholarlyArticle" or "Thesis" => ResourceKind.Paper,
        "VideoObject" or "Movie" => ResourceKind.Video,
        "Course" or "LearningResource" => ResourceKind.Course,
        "Book" => ResourceKind.Book,
        "Dataset" => ResourceKind.Dataset,
        "SoftwareSourceCode" => ResourceKind.Code,
        "SoftwareApplication" or "WebApplication" => ResourceKind.Tool,
        "APIReference" or "TechDocumentation" => ResourceKind.Documentation,
        _ => (ResourceKind?)null,
    }).FirstOrDefault(kind => kind is not null);

    private static string? Text(JsonElement? thing, string name) =>
        Json.Items(Json.At(thing, name)).Select(Json.Text).FirstOrDefault(text => text is not null);
}
