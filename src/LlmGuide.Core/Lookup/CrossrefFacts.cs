using System.Text.Json;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Lookup;

/// <summary>What Crossref says about a DOI (https://api.crossref.org/swagger-ui/index.html).</summary>
internal static class CrossrefFacts
{
    private const string Source = "Crossref";

    /// <summary>In this order of trust; some publishers give the first without a year in it.</summary>
    private static readonly string[] Dates = ["issued", "published", "published-print", "published-online", "posted"];

    public static string Address(FactSources sources, string doi) => $"{sources.Crossref}/works/{Uri.EscapeDataString(doi)}";

    public static WorkMetadata Read(LookupResponse answer)
    {
        using var document = Json.Parse(answer);
        if (Json.At(document?.RootElement, "message") is not { ValueKind: JsonValueKind.Object } work)
        {
            return WorkMetadata.None;
        }

        var says = new SourcedValues(Source);
        var date = Dates.Select(name => Parts(work, name))
            .FirstOrDefault(parts => parts is [var first, ..] && Json.Number(first) > 0) ?? [];
        return new WorkMetadata
        {
            Title = says.MarkedTitle(First(work, "title")),
            Authors = says.Authors(Names(work, "author") is { Count: > 0 } authors ? authors : Names(work, "editor")),
            Year = says.Year(Json.Number(date.ElementAtOrDefault(0))),
            Month = says.Month(Json.Number(date.ElementAtOrDefault(1))),
            Venue = says.Venue(First(work, "container-title")),
            Doi = says.Doi(Json.Text(Json.At(work, "DOI"))),
            Kind = says.Kind(KindOf(Json.Text(Json.At(work, "type")))),
            Abstract = says.Abstract(Json.Text(Json.At(work, "abstract"))),
        };
    }

    private static List<JsonElement> Parts(JsonElement work, string date) =>
        [.. Json.Items(Json.At(work, date, "date-parts")).Take(1).SelectMany(parts => Json.Items(parts))];

    private static string? First(JsonElement work, string name) => Json.Items(Json.At(work, name)).Select(Json.Text).FirstOrDefault();

    private static List<string> Names(JsonElement work, string role) => [.. Json.Items(Json.At(work, role)).Select(Name).OfType<string>()];

    // Groups have a name alone; some publishers put the suffix of a person behind the family name.
    private static string? Name(JsonElement author) => MarkedText.Plain(
        Json.Text(Json.At(author, "family")) is not { } family ? Json.Text(Json.At(author, "name")) ?? Json.Text(Json.At(author, "literal"))
        : string.Join(' ', ((string?[])[Json.Text(Json.At(author, "given")), family, Json.Text(Json.At(author, "suffix"))])
            .Where(part => !string.IsNullOrWhiteSpace(part))));

    private static ResourceKind? KindOf(string? type) => type switch
    {
        "book" or "monograph" or "edited-book" or "reference-book" or "book-series" => ResourceKind.Book,
        "dataset" or "database" => ResourceKind.Dataset,
        null => null,
        _ => ResourceKind.Paper,
    };
}
