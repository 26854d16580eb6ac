using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.LinkChecks;

/// <summary>What one look at a link says.</summary>
/// <param name="Words">As the server put it, or what went wrong.</param>
public sealed record LinkCheckResult(LinkVerdict Verdict, string Words, string? MovedTo = null, PageVersion? Version = null)
{
    private const int LongestWords = 300;

    /// <summary>
    /// Reads an answer. That a page is gone (404, 410) or the server broken (5xx) is a failure; every other refusal is meant for programs
    /// (401, 403, 429, walls against bots, LinkedIn's 999, unavailable for legal reasons), and people may well get through.
    /// </summary>
    public static LinkCheckResult Of(LookupResponse answer, string asked) => answer switch
    {
        { Problem: not null } => new LinkCheckResult(LinkVerdict.Failed, Short(answer.Words)),
        { Challenged: true } => new LinkCheckResult(LinkVerdict.Blocked, Short($"{answer.Words}, blocks programs")),
        { Status: 304 or (>= 200 and < 300) } => Fine(answer, asked),
        { Status: 404 or 410 or (>= 500 and < 600) or < 400 } => new LinkCheckResult(LinkVerdict.Failed, Short(answer.Words)),
        _ => new LinkCheckResult(LinkVerdict.Blocked, Short(answer.Words)),
    };

    private static LinkCheckResult Fine(LookupResponse answer, string asked) =>
        answer.MovedTo is { } to && ResourceUrl.Parse(to).Value is { Canonical: var canonical }
        && canonical != ResourceUrl.Parse(asked).Value?.Canonical
            ? new LinkCheckResult(LinkVerdict.Moved, Short(answer.Words), canonical)
            : new LinkCheckResult(LinkVerdict.Fine, Short(answer.Words), null, answer.Version);

    private static string Short(string words) => words.Length > LongestWords ? words[..LongestWords] : words;
}

/// <summary>What a look at a link comes to.</summary>
public enum LinkVerdict
{
    Fine,

    /// <summary>It works, and has a new address for good.</summary>
    Moved,

    /// <summary>Programs are turned away.</summary>
    Blocked,

    Failed,

    /// <summary>The site's rules for robots forbid to ask, or cannot be read.</summary>
    NotAsked,
}
