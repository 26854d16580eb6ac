using System.Globalization;

using LlmGuide.Core.Search;

namespace LlmGuide.Web.Search;

/// <summary>What readers call each kind of thing that is found.</summary>
internal static class SearchKinds
{
    public static string One(SearchType type) => type.ToString();

    public static string Many(KindCount kind) => $"{kind.Type}s {Number(kind.Count)}{(kind.More ? "+" : "")}";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
