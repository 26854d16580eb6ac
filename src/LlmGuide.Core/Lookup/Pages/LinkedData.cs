using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup.Pages;

/// <summary>
/// What a page says about itself in JSON-LD (https://schema.org/CreativeWork). Of several things it is the one that names this page as its
/// own, or is called as the page is; of several names the one that the page is called by: Wikipedia has a description as its headline.
/// </summary>
internal sealed partial class LinkedData : IDisposable
{
    private const int MostThings = 50;
    private const int Deepest = 4;
    private const int ThisPage = 8;
    private const int AnotherPage = -4;

    private readonly List<JsonDocument> _documents = [];
    private readonly List<JsonElement> _things = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    private LinkedData(PageScan page)
    {
        foreach (var script in page.LinkedData)
        {
            if (Json.Parse(Encoding.UTF8.GetBytes(Unwrapped(script))) is { } document)
            {
                _documents.Add(document);
                Collect(document.RootElement, Deepest);
            }
        }
    }

    public static WorkMetadata Read(PageScan page, PageIdentity identity)
    {
        using var data = new LinkedData(page);
        return data.Best(identity) is { } thing ? data.Facts(thing, identity) : WorkMetadata.None;
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    /// <summary>
    /// Without the marks that hid scripts from old browsers, and with a space for each control: line ends stand in many a text of such a
    /// file, where JSON allows none, and between its parts a space says as much.
    /// </summary>
    private static string Unwrapped(string script) =>
        string.Concat(Closing().Replace(Opening().Replace(script, ""), "").Select(c => char.IsControl(c) ? ' ' : c));

    private void Collect(JsonElement element, int depth)
    {
        foreach (var thing in Json.Items(element).Where(thing => thing.ValueKind == JsonValueKind.Object))
        {
            if (_things.Count >= MostThings || depth == 0)
            {
                return;
            }

            if (Json.Text(Json.At(thing, "@id")) is { } id)
            {
                _byId.TryAdd(id, thing);
            }

            _things.Add(thing);
            foreach (var inner in (JsonElement?[])[Json.At(thing, "@graph"), Json.At(thing, "mainEntity")])
            {
                if (inner is { } found)
                {
                    Collect(found, depth - 1);
                }
            }
        }
    }

    // What names another page, and is called otherwise, is no fact about this one: a list of what else to read, for instance.
    private JsonElement? Best(PageIdentity identity)
    {
        var scored = _things.Where(thing => KindOf(thing) is not null)
            .Select(thing => (Thing: thing, Place: Place(thing, identity), Named: Names(thing).Select(identity.Agreement).Max()))
            .OrderByDescending(one => one.Place + one.Named).Take(1).ToList();
        return scored is [var best] && (best.Place != AnotherPage || best.Named > 0 || !identity.HasNames) ? best.Thing : null;
    }

    private static int Place(JsonElement thing, PageIdentity identity)
    {
        var page = Json.At(thing, "mainEntityOfPage");
        var places = ((string?[])
            [Text(thing, "url"), Text(thing, "@id"), page is { } own ? Json.Text(own) : null, Text(page, "@id"), Text(page, "url")])
            .Where(place => place?.Contains("://", StringComparison.Ordinal) is true).Select(ResourceUrl.KeyOf).OfType<string>().ToList();
        return places.Exists(identity.IsHere) ? ThisPage : places.Count > 0 ? AnotherPage : 0;
    }

    private static IEnumerable<string?> Names(JsonElement thing) =>
        [Text(thing, "name"), Text(thing, "headline"), Text(thing, "alternativeHeadline")];

    private WorkMetadata Facts(JsonElement thing, PageIdentity identity)
    {
        var says = new SourcedValues("JSON-LD");
        var (site, publisher) = (Text(Json.At(thing, "isPartOf"), "name"), Text(Resolved(Json.At(thing, "publisher")), "name"));
        return new WorkMetadata
        {
            Title = says.MarkedTitle(Names(thing).Where(name => name is not null && name != publisher && !identity.Parts.IsSite(name))
                .MaxBy(identity.Agreement) ?? Text(thing, "headline") ?? Text(thing, "name")),
            Authors = says.Authors(Authors(Json.At(thing, "author"), Deepest) is { Count: > 0 } authors
                ? authors : Authors(Json.At(thing, "creator"), Deepest)),
            Venue = says.Venue(site ?? publisher),
            Kind = says.Kind(KindOf(thing)),
            Minutes = says.Minutes(PageFacts.Minutes(Text(thing, "duration") ?? Text(thing, "timeRequired"))),
            Abstract = says.Abstract(Text(thing, "abstract") ?? Text(thing, "description")),
        }.Or(says.Date(Text(thing, "datePublished") ?? Text(thing, "uploadDate")));
    }

    private List<string> Authors(JsonElement? given, int depth) =>
        depth == 0 ? [] : [.. Json.Items(given).SelectMany(one => Author(one, depth))
            .Where(name => !name.Contains("://", StringComparison.Ordinal))];

    // A text, an object, one that stands elsewhere in the file, a list, a role (https://schema.org/Role) around it.
    private IEnumerable<string> Author(JsonElement author, int depth)
    {
        if (Json.Text(author) is { } text)
        {
            return AuthorNames.Read(text);
        }

        var person = Resolved(author);
        return Json.At(person, "@list") is { } list ? Authors(list, depth - 1)
            : Text(person, "name") is { } name ? AuthorNames.Read(name)
            : Text(person, "familyName") is { } family ? [$"{Text(person, "givenName")} {family}".Trim()]
            : Json.At(person, "author") is { } role ? Authors(role, depth - 1)
            : [];
    }

    private JsonElement? Resolved(JsonElement? element) =>
        Text(element, "name") is null && Text(element, "@id") is { } id && _byId.TryGetValue(id, out var known) ? known : element;

    private static ResourceKind? KindOf(JsonElement thing) => Json.Items(Json.At(thing, "@type"))
        .Select(type => Json.Text(type)?.Split('/', ':', '#')[^1] switch
        {
            "Article" or "BlogPosting" or "NewsArticle" or "TechArticle" or "Report" or "SocialMediaPosting" => ResourceKind.Article,
            "ScholarlyArticle" or "Thesis" or "MedicalScholarlyArticle" => ResourceKind.Paper,
            "VideoObject" or "Movie" => ResourceKind.Video,
            "Course" or "LearningResource" => ResourceKind.Course,
            "Book" => ResourceKind.Book,
            "Dataset" => ResourceKind.Dataset,
            "SoftwareSourceCode" => ResourceKind.Code,
            "SoftwareApplication" or "WebApplication" => ResourceKind.Tool,
            "APIReference" or "TechDocumentation" => ResourceKind.Documentation,
            _ => (ResourceKind?)null,
        }).FirstOrDefault(kind => kind is not null);

    private static string? Text(JsonElement? thing, string name) => Json.Items(Json.At(thing, name))
        .Select(one => Json.Text(one) ?? Json.Text(Json.At(one, "@value"))).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    [GeneratedRegex(@"^[\s/*]{0,100}(<!--|<!\[CDATA\[)[\s/*]{0,100}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\s/*]{0,100}(-->|\]\]>)[\s/*]{0,100}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closing();
}
