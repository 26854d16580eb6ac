using System.Globalization;

using LlmGuide.Core;

namespace LlmGuide.Web.Shared;

/// <summary>Which page of a list an address asks for, and how an address says it.</summary>
public static class PageParameter
{
    private const string Key = "page";

    /// <returns>The page that is asked for; the first where none is, or what is there is no number.</returns>
    public static long In(IQueryCollection query) => Read(query[Key]);

    /// <returns>As <see cref="In"/>.</returns>
    public static long Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>For an address; the first page has none in it.</summary>
    public static KeyValuePair<string, string?> For(int page) => new(Key, page == 1 ? null : page.ToInvariantString());
}
