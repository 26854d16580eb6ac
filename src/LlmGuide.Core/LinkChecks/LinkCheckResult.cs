using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;

namespace LlmGuide.Core.LinkChecks;

/// <summary>What one look at a link says.</summary>
/// <param name="Words">As the server put it, or what went wrong.</param>
public sealed record LinkCheckResult(LinkVerdict Verdict, string Words, string? MovedTo = null, PageVersion? Version = null)
{
    private const int LongestWords = 300;

    /// <summary>Whether the host was not reached at all: then it may be this server that reaches nobody.</summary>
    public bool Unreached { get; private init; }

    /// <summary>
    /// Reads an answer. That a page is gone (404, 410, or in words with a status that says otherwise), that its address leads to the home
    /// page, or that the server is broken (5xx) is a failure; every other refusal is meant for programs (401, 403, 429, walls against bots,
    /// pages for signing in, LinkedIn's 999, unavailable for legal reasons), and people may well get through.
    /// </summary>
    /// <param name="sign">What stands there.</param>
    internal static LinkCheckResult Of(LookupResponse answer, string asked, PageSign sign = PageSign.Page) => (answer, sign) switch
    {
        ({ Problem: not null }, _) => Failed(answer.Words) with { Unreached = Internet.MayBeAway(answer) },
        ({ Challenged: true }, _) or (_, PageSign.Challenge) => Blocked($"{answer.Words}, blocks programs"),
        ({ Status: 304 or (>= 200 and < 300) }, _) => sign switch
        {
            PageSign.SignIn => Blocked($"{answer.Words}, a page for signing in"),
            PageSign.Consent => Blocked($"{answer.Words}, a page that asks for consent"),
            PageSign.Missing => Failed($"{answer.Words}, but the page says that it was not found"),
            PageSign.Broken => Failed($"{answer.Words}, but the page says that the site has a fault"),
            PageSign.Home => Failed($"{answer.Words}, but it is the home page"),
            _ => Fine(answer, asked),
        },
        ({ Status: 404 or 410 or (>= 500 and < 600) or < 400 }, _) => Failed(answer.Words),
        _ => Blocked(answer.Words),
    };

    // A home page is proposed to no work that had an address of its own.
    private static LinkCheckResult Fine(LookupResponse answer, string asked) =>
        answer.MovedTo is { } to && ResourceUrl.Parse(to).Value is { Canonical: var canonical }
        && canonical != ResourceUrl.Parse(asked).Value?.Canonical && (!PageSigns.IsHome(canonical) || PageSigns.IsHome(asked))
            ? new LinkCheckResult(LinkVerdict.Moved, Short(answer.Words), canonical)
            : new LinkCheckResult(LinkVerdict.Fine, Short(answer.Words), null, answer.Version);

    private static LinkCheckResult Failed(string words) => new(LinkVerdict.Failed, Short(words));

    private static LinkCheckResult Blocked(string words) => new(LinkVerdict.Blocked, Short(words));

    // Part of a longer line wherever it is shown, so no sentence of its own.
    private static string Short(string words) => (words.Length > LongestWords ? words[..LongestWords] : words).TrimEnd('.');
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
