using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Leaderboards.Benchmarks;

namespace LlmGuide.Core.Search.Language;

/// <summary>Which values the fields of a query can have.</summary>
internal static class SearchFields
{
    private static readonly string[] Yes = ["yes", "true", "1"];
    private static readonly string[] No = ["no", "false", "0"];

    /// <returns>The tree without the fields whose values cannot be read; each of them is a problem.</returns>
    public static SearchNode? Readable(SearchNode node, List<string> problems)
    {
        switch (node)
        {
            case SearchFilter filter when Problem(filter) is { } problem:
                problems.Add(problem);
                return null;
            case SearchAll all:
                return SearchNode.All(all.Parts.Select(part => Readable(part, problems)));
            case SearchAny any:
                return SearchNode.Any(any.Parts.Select(part => Readable(part, problems)));
            case SearchNot not:
                return Readable(not.Part, problems) is { } part ? new SearchNot(part) : null;
            default:
                return node;
        }
    }

    /// <summary>The first and last year of <c>2024</c>, <c>2020..2024</c>, <c>2024..</c> or <c>..2020</c>.</summary>
    /// <returns><c>null</c> for what is none of them.</returns>
    public static (int From, int To)? Years(string value)
    {
        var ends = value.Split("..");
        return ends switch
        {
            [var only] when Year(only) is { } year => (year, year),
            [var from, ""] when Year(from) is { } first => (first, int.MaxValue),
            ["", var to] when Year(to) is { } last => (int.MinValue, last),
            [var from, var to] when Year(from) is { } first && Year(to) is { } last => (first, last),
            _ => null,
        };
    }

    /// <returns><c>null</c> for what is neither.</returns>
    public static bool? Flag(string value) =>
        Yes.Contains(value, StringComparer.OrdinalIgnoreCase) ? true
        : No.Contains(value, StringComparer.OrdinalIgnoreCase) ? false
        : null;

    private static string? Problem(SearchFilter filter) => filter.Field switch
    {
        _ when !filter.Value.Any(char.IsLetterOrDigit) => $"{Shown(filter)} was left out: a value has to follow.",
        SearchField.Type when Names.Parse<SearchType>(filter.Value) is null && Names.Parse<ResourceKind>(filter.Value) is null =>
            Unknown(filter, [.. Names.All<SearchType>(), .. Names.All<ResourceKind>()]),
        SearchField.Level when Names.Parse<ResourceLevel>(filter.Value) is null => Unknown(filter, Names.All<ResourceLevel>()),
        SearchField.Status when Names.Parse<LinkStatus>(filter.Value) is null && Names.Parse<Lifecycle>(filter.Value) is null =>
            Unknown(filter, [.. Names.All<LinkStatus>(), .. Names.All<Lifecycle>()]),
        SearchField.Essential when Flag(filter.Value) is null => Unknown(filter, ["yes", "no"]),
        SearchField.Year when Years(filter.Value) is null =>
            $"{Shown(filter)} is no year: write year:2024, year:2020..2024, year:2024.. or year:..2020. It was left out.",
        SearchField.Year when Years(filter.Value) is { } years && years.From > years.To =>
            $"{Shown(filter)} was left out: it ends before it begins.",
        _ => null,
    };

    private static string Unknown(SearchFilter filter, IReadOnlyList<string> values) =>
        $"{Shown(filter)} was left out. What can stand there: {string.Join(", ", values)}.";

    private static string Shown(SearchFilter filter) => $"“{filter.Field.ToSlug()}:{filter.Value}”";

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
