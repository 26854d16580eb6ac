using LlmGuide.Core.Catalogue.Addresses;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Where a link of a list leads.</summary>
internal static class LinkTarget
{
    /// <summary>Whether it leads to a work: a page of the public web.</summary>
    public static bool IsWork(string url) => WhyNot(url) is null;

    /// <returns>Why nothing can be listed at this address; <c>null</c> where something can.</returns>
    public static string? WhyNot(string url) =>
        url.Length == 0 ? "A link without an address."
        : url[0] == '#' ? "A link to another place of the list."
        : url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? "An email address."
        : IsWhole(url) ? ResourceUrl.Parse(url).Refusal?.Why
        : HasScheme(url) ? "Only http and https addresses can be listed."
        : "A link to a file beside the list.";

    private static bool IsWhole(string url) => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // As RFC 3986 has it, 3.1.
    private static bool HasScheme(string url) => url.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && url[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
}
