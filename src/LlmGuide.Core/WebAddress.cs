namespace LlmGuide.Core;

/// <summary>Addresses of the web, kept as text.</summary>
public static class WebAddress
{
    /// <summary>Whether it is a whole http or https address with a host.</summary>
    public static bool IsWhole(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}
