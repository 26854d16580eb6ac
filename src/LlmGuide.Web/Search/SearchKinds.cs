using System.Globalization;

using LlmGuide.Core.Search;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Search;

/// <summary>What readers call each kind of thing that is found.</summary>
internal static class SearchKinds
{
    public static string One(SearchType type) => type.ToString();

    public static string Many(KindCount kind) => $"{kind.Type}s {Number(kind.Count)}{(kind.More ? "+" : "")}";

    public static string All(SearchView found) => $"{Number(found.All)}{(found.Counts.Any(kind => kind.More) ? "+" : "")}";

    /// <param name="type">Of one kind alone; <c>null</c> for all.</param>
    public static string Results(SearchView found, SearchType? type) =>
        found.Counts.Any(kind => kind.More && (type is null || kind.Type == type))
            ? $"More than {Number(found.Hits.Total)} results" : Labels.Count(found.Hits.Total, "result");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
