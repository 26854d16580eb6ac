using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Interchange.Citations;

/// <summary>Works as CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json of version 1.0.2).</summary>
public static class Csl
{
    public static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static CslItem Of(CitedWork work)
    {
        var place = work.Place;
        var named = place.Name.Length > 0 ? place.Name : null;
        return new CslItem(
            work.Key, TypeOf(work), work.Title, [.. work.Names.Select(Name)], Date(work.YearCited, work.MonthCited),
            place.Kind is VenueKind.Proceedings or VenueKind.Journal or VenueKind.Site ? named : null,
            place.Kind is VenueKind.Publisher or VenueKind.Report or VenueKind.Preprints ? named : null,
            work.ArxivId is { } arxiv ? $"arXiv:{arxiv}" : null, work.Doi, work.Url,
            work.FormerKeys.Count > 0 ? new CslCustom(work.FormerKeys) : null);
    }

    private static string TypeOf(CitedWork work) => (work.Kind, work.Place.Kind) switch
    {
        (ResourceKind.Paper, VenueKind.Proceedings) => "paper-conference",
        (ResourceKind.Paper, VenueKind.Journal) => "article-journal",
        (ResourceKind.Paper, VenueKind.Report) => "report",
        (ResourceKind.Paper, _) => "article",
        (ResourceKind.Book, _) => "book",
        (ResourceKind.Video, _) => "motion_picture",
        (ResourceKind.Code or ResourceKind.Tool, _) => "software",
        (ResourceKind.Dataset, _) => "dataset",
        _ => "webpage",
    };

    private static CslName Name(CitedName name) => name.IsWhole
        ? new CslName(null, null, null, null, name.Family)
        : new CslName(name.Family, Something(name.Given), Something(name.Particle), Something(name.Suffix), null);

    private static CslDate? Date(int? year, int? month) =>
        year is not { } known ? null : new CslDate([month is { } said ? [known, said] : [known]]);

    private static string? Something(string text) => text.Length > 0 ? text : null;
}

/// <param name="Custom">What the format has no field for.</param>
public sealed record CslItem(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("author")] IReadOnlyList<CslName> Author,
    [property: JsonPropertyName("issued")] CslDate? Issued,
    [property: JsonPropertyName("container-title")] string? ContainerTitle,
    [property: JsonPropertyName("publisher")] string? Publisher,
    [property: JsonPropertyName("number")] string? Number,
    [property: JsonPropertyName("DOI")] string? Doi,
    [property: JsonPropertyName("URL")] string Url,
    [property: JsonPropertyName("custom")] CslCustom? Custom);

/// <param name="Ids">Keys of works that were merged into it.</param>
public sealed record CslCustom([property: JsonPropertyName("ids")] IReadOnlyList<string> Ids);

public sealed record CslName(
    [property: JsonPropertyName("family")] string? Family,
    [property: JsonPropertyName("given")] string? Given,
    [property: JsonPropertyName("non-dropping-particle")] string? Particle,
    [property: JsonPropertyName("suffix")] string? Suffix,
    [property: JsonPropertyName("literal")] string? Literal);

public sealed record CslDate([property: JsonPropertyName("date-parts")] IReadOnlyList<IReadOnlyList<int>> Parts);
