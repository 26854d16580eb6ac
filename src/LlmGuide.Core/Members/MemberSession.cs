namespace LlmGuide.Core.Members;

/// <summary>
/// One browser that is signed in. The cookie holds a random key, the table only its digest: a leaked backup signs nobody in.
/// </summary>
public sealed class MemberSession
{
    public int Id { get; init; }

    /// <summary>SHA-256 of the key in the cookie, as 64 hexadecimal digits.</summary>
    public required string KeyDigest { get; init; }

    public required int MemberId { get; init; }

    /// <summary>The member's security stamp at sign-in; when that changes (a new password), the session is over.</summary>
    public required string Stamp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to within some minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Whether the cookie outlives the browser.</summary>
    public required bool Persistent { get; set; }

    /// <summary>What the browser said it was, at most 200 characters.</summary>
    public required string Browser { get; set; }
}
