using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LlmGuide.Core.Members;

/// <summary>
/// Whether two people came from the same network (/24 of IPv4, /48 of IPv6), without keeping which. A mark is a random salt and
/// 16 bits of a hash of the network: 256 of all networks of IPv4 fit each mark, so it cannot be turned back, and the salt keeps marks
/// from being compared with each other. One pair of networks in 65,536 looks like one.
/// </summary>
internal static class NetworkMark
{
    /// <summary>The characters of a mark.</summary>
    public const int Length = 2 * (SaltBytes + HashBytes);

    private const int SaltBytes = 8;
    private const int HashBytes = 2;

    /// <param name="from">Where somebody is; <c>null</c> where that is not known.</param>
    public static string? Make(IPAddress? from) => from is null ? null : Mark(RandomNumberGenerator.GetBytes(SaltBytes), from);

    /// <returns>Whether it is known that the two are of one network.</returns>
    public static bool Matches(string? mark, IPAddress? from) => mark is not null && from is not null && !Differs(mark, from);

    /// <returns>Whether it is known that the two are of different networks.</returns>
    public static bool Differs(string? mark, IPAddress? from) =>
        mark is not null && from is not null && Mark(Convert.FromHexString(mark.AsSpan(0, 2 * SaltBytes)), from) != mark;

    private static string Mark(byte[] salt, IPAddress from)
    {
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        var prefix = address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6);
        return Convert.ToHexString(salt) + Convert.ToHexString(HMACSHA256.HashData(salt, prefix).AsSpan(0, HashBytes));
    }
}
