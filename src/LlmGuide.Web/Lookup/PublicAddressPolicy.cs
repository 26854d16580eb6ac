using System.Net;
using System.Net.Sockets;

using Microsoft.Security.AntiSSRF;

namespace LlmGuide.Web.Lookup;

/// <summary>Which addresses of the network belong to everybody.</summary>
internal static class PublicAddressPolicy
{
    /// <summary>Every address of IPv6 that can be reached from elsewhere begins with these three bits (RFC 4291, 2.4).</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// Private, loopback, link-local, shared, reserved, documentation and multicast networks, those of the clouds' metadata, and those
    /// of IPv6 that hide an address of IPv4: the list that Microsoft keeps up to date.
    /// </summary>
    private static readonly IPNetwork[] Closed =
        [.. new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).DeniedAddresses.Select(network => IPNetwork.Parse(Plain(network)))];

    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            && !Array.Exists(Closed, network => network.Contains(plain));
    }

    // The list has the networks of IPv4 as IPv6 may write them.
    private static string Plain(string network)
    {
        var (address, bits) = (
            IPAddress.Parse(network.Split('/')[0]), int.Parse(network.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture));
        return address.IsIPv4MappedToIPv6
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.MapToIPv4()}/{bits - 96}") : network;
    }
}
