namespace LlmGuide.Web.Markdown.Addresses;

/// <summary>
/// Which addresses a link in a text may have. The rule names what is allowed; everything else is not, so odd spellings
/// of <c>javascript:</c> need no list.
/// </summary>
internal static class LinkAddress
{
    /// <summary>http, https and mailto; from the root of this site (<c>/topics/x</c>); or within the page (<c>#x</c>).</summary>
    public static bool IsAllowed(string? address) =>
        address is { Length: > 0 }
        && !address.Any(char.IsControl) // a browser drops a tab or a line break inside an address, and "/⇥/host" is then "//host"
        && (LeavesTheSite(address)
            || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || address[0] == '#'
            || (address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\'))));

    public static bool LeavesTheSite(string? address) =>
        address is not null
        && (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
