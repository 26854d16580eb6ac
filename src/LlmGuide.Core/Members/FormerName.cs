using System.Security.Cryptography;
using System.Text;

namespace LlmGuide.Core.Members;

/// <summary>
/// A name that a member had who left. It stays taken: what mentions the name, or links to its page, means them and nobody who comes later.
/// Only a digest is kept, which answers whether a name is one of these and lists none.
/// </summary>
public sealed class FormerName
{
    /// <summary>SHA-256 of the normalized name, as 64 hexadecimal digits.</summary>
    public const int Length = 2 * SHA256.HashSizeInBytes;

    public required string Digest { get; init; }

    /// <param name="normalized">As Identity compares names: in capitals.</param>
    public static FormerName Of(string normalized) => new() { Digest = DigestOf(normalized) };

    public static string DigestOf(string normalized) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)));
}
