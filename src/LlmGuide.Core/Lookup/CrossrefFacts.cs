using System.Text.Json;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What Crossref says about a DOI (https://api.crossref.org/swagger-ui/index.html).</summary>
internal static partial class CrossrefFacts
{
    private const string Source = "Crossref";

    public static string Address(FactSources sources, string doi) => $"{sources.Crossref}/works/{Uri.EscapeDataString(doi)}";

    public static WorkMetadata Read(LookupResponse answer)
    {
        using var document = Json.Parse(answer);
        if (Json.At(document?.RootElement, "message") is not { ValueKind: JsonValueKind.Object } work)
        {
            return WorkMetadata.None;
        }

        var says = new SourcedValues(Source);
        var date = Json.Items(Json.At(work, "issued", "date-parts")).Select(parts => Json.Items(parts).ToList()).FirstOrDefault() ?? [];
        return new WorkMetadata
        {
            Title = says.Title(Plain(First(work, "title"))),
            Authors = says.Authors(Json.Items(Json.At(work, "author")).Select(Name)),
            Year = says.Year(Json.Number(date.ElementAtOrDefault(0))),
            Month = says.Month(Json.Number(date.ElementAtOrDefault(1))),
            Venue = says.Venue(Plain(First(work, "container-title"))),
            Doi = says.Doi(Json.Text(Json.At(work, "DOI"))),
            Kind = says.Kind(KindOf(Json.Text(Json.At(work, "type")))),
            Abstract = says.Abstract(Plain(Json.Text(Json.At(work, "abstract")))),
        };
    }

    private static string? First(JsonElement work, string name) => Json.Items(Json.At(work, name)).Select(Json.Text).FirstOrDefault();

    private static string? Name(JsonElement author) =>
        Json.Text(Json.At(author, "family")) is { } family
            ? $"{Json.Text(Json.At(author, "given"))} {family}"
            : Json.Text(Json.At(author, "name"));

    private static ResourceKind? KindOf(string? type) => type switch
    {
        "book" or "monograph" or "edited-book" or "reference-book" or "book-series" => ResourceKind.Book,
        "dataset" or "database" => ResourceKind.Dataset,
        null => null,
        _ => ResourceKind.Paper,
    };

    // Titles and abstracts carry marks of JATS, such as <i> and <jats:p>.
    private static string? Plain(string? marked) => marked is null ? null : System.Net.WebUtility.HtmlDecode(Mark().Replace(marked, " "));

    [GeneratedRegex("<[^<>]{0,200}>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
