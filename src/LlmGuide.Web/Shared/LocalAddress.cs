namespace LlmGuide.Web.Shared;

/// <summary>Where to go back to, when the address came from outside.</summary>
public static class LocalAddress
{
    /// <summary>Only to make an address whole; it is taken off again.</summary>
    private static readonly Uri Here = new("http://here.invalid/");

    /// <returns>
    /// The address when it is one of this site, with everything escaped that a header may not hold; otherwise <paramref name="fallback"/>.
    /// </returns>
    public static string Of(string? address, string fallback = Links.Home) =>
        IsLocal(address) && Uri.TryCreate(Here, address, out var whole)
        && whole.Authority == Here.Authority && Escaped(whole) is var escaped && IsLocal(escaped)
            ? escaped
            : fallback;

    // Two dots are resolved on the way: of "/..//host", two slashes are left.
    private static string Escaped(Uri whole) =>
        whole.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);

    // One slash, then neither a slash nor a backslash: "//host" and "/\host" are other sites to a browser.
    private static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);
}
