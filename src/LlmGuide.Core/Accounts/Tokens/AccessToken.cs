using System.Security.Cryptography;
using System.Text;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>
/// What a program shows to act for a member. The text is seen once, when it is made; the table holds its digest only, so a leaked backup
/// lets nobody in. It needs no slow hash: 256 random bits are beyond every guess.
/// </summary>
public sealed class AccessToken
{
    /// <summary>Begins every token, so that people and scanners of secrets know one where they see it.</summary>
    public const string Prefix = "llmg_";

    public const int LongestName = 60;

    public int Id { get; init; }

    public required int MemberId { get; init; }

    /// <summary>SHA-256 of the token, as 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    public required TokenScopes Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Its last use, to within a minute; <c>null</c> when it was never used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <returns>A new token, which nobody else has.</returns>
    internal static string NewText() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
