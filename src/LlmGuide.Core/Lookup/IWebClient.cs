namespace LlmGuide.Core.Lookup;

/// <summary>
/// Asks servers elsewhere. The one implementation lives in Web: it reaches public addresses only, follows redirects itself, and is
/// bounded in time and size (docs/decisions/0017-asking-elsewhere.md).
/// </summary>
public interface IWebClient
{
    /// <summary>Asks one address. What goes wrong is part of the answer; only the caller's own end is an exception.</summary>
    Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken);
}

/// <param name="Address">The whole address, http or https.</param>
/// <param name="HeadOnly">Whether the headers are enough.</param>
/// <param name="Accept">The media types that are of use.</param>
/// <param name="Known">What the address said when it was last asked; with it, an unchanged page is not sent again.</param>
/// <param name="MostBytes">How much of the body is of use; all that the guide ever reads of one without it.</param>
public sealed record LookupRequest(
    string Address, bool HeadOnly = false, string Accept = "*/*", PageVersion? Known = null, int? MostBytes = null);

/// <summary>Which version of a page a server gave (RFC 9110, 8.8).</summary>
/// <param name="ETag">As it was sent, with its quotes.</param>
/// <param name="LastModified">As the server's clock had it.</param>
public sealed record PageVersion(string? ETag, DateTimeOffset? LastModified);

/// <summary>What came back: a status, or a problem on the way to one.</summary>
/// <param name="Status">The HTTP status of the last address; <c>null</c> with a problem.</param>
/// <param name="Problem">Why there is no status.</param>
/// <param name="Words">The status or the problem as a short sentence for people.</param>
public sealed record LookupResponse(int? Status, OutsideProblem? Problem, string Words)
{
    /// <summary>Where the answer came from, after redirects.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where permanent redirects alone lead (301, 308); <c>null</c> when there was none at the start.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Whether a wall against programs answered instead of the site.</summary>
    public bool Challenged { get; init; }

    public PageVersion? Version { get; init; }

    /// <summary>In lower case, without parameters.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>As the header names it.</summary>
    public string? Charset { get; init; }

    /// <summary>Decompressed; at most as much as <see cref="Cut"/> allows, and empty where only headers were asked for.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether there was more than is read.</summary>
    public bool Cut { get; init; }

    /// <summary>Whether it holds what was asked for.</summary>
    public bool Ok => Status is >= 200 and < 300;
}

/// <summary>Why there was no answer.</summary>
public enum OutsideProblem
{
    /// <summary>The address is not on the public web, or has another scheme or port than the web's.</summary>
    Forbidden,

    NoSuchHost,

    NotReached,

    /// <summary>Its certificate is not to be trusted, or there is no common language.</summary>
    Insecure,

    TooSlow,

    TooManyRedirects,

    /// <summary>What came back is no HTTP.</summary>
    Garbled,
}
