namespace LlmGuide.Web.Limits;

/// <summary>What counts as one visitor on the network.</summary>
internal static class NetworkAddress
{
    /// <returns>The address of who asks; of IPv6 its /64, which a household has to itself.</returns>
    public static string Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8)
        : address.ToString();
}
