namespace LlmGuide.Web.Shared;

/// <summary>Where to go back to, when the address came from outside.</summary>
public static class LocalAddress
{
    /// <returns>The address when it is one of this site; otherwise <paramref name="otherwise"/>.</returns>
    public static string Of(string? address, string otherwise = Links.Home) => IsLocal(address) ? address! : otherwise;

    // One slash, then neither a slash nor a backslash: "//host" and "/\host" are other sites to a browser.
    private static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);
}
