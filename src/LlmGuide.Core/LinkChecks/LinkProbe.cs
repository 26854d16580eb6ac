using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;

namespace LlmGuide.Core.LinkChecks;

/// <summary>
/// One look at one link: by the rules of the site, with HEAD, and with GET where HEAD is turned away, or where a page may say in words
/// what its status does not.
/// </summary>
internal sealed class LinkProbe(IWebClient outside, RobotsFiles robots, HostThrottle pace)
{
    /// <summary>Its title and first heading stand at its start.</summary>
    private const int MostOfAPage = 128 * 1024;
    private const int NotModified = 304;

    /// <param name="known">What it said the last time.</param>
    public async Task<LinkCheckResult> LookAsync(string url, PageVersion? known, CancellationToken cancellationToken)
    {
        if (ResourceUrl.Parse(url).Value is null || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return new LinkCheckResult(LinkVerdict.Failed, "This is not a web address");
        }

        await pace.WaitAsync(address.Host, null, cancellationToken);
        var site = await robots.OfAsync(address, cancellationToken);
        if (Forbidden(site, address) is { } not)
        {
            return not;
        }

        var head = await AskAsync(address, new LookupRequest(url, HeadOnly: true, Known: known), site, cancellationToken);
        if (Settles(head) && !IsPage(head))
        {
            return LinkCheckResult.Of(head, url, PageSigns.Of(url, head, null));
        }

        var page = await AskAsync(address, new LookupRequest(url, Known: known, MostBytes: MostOfAPage), site, cancellationToken);
        return Settles(head) && !page.Ok && page.Status != NotModified
            ? LinkCheckResult.Of(head, url, PageSigns.Of(url, head, null))
            : LinkCheckResult.Of(page, url, PageSigns.Of(url, page, IsPage(page) ? PageText.Scan(page, cancellationToken) : null));
    }

    private async Task<LookupResponse> AskAsync(Uri address, LookupRequest question, RobotsFile site, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(address.Host, site.Rules?.Delay, cancellationToken);
        return await outside.AskAsync(question, cancellationToken);
    }

    // A host that cannot be reached for its rules cannot be reached for the page: asking again would tell nothing new.
    private static LinkCheckResult? Forbidden(RobotsFile site, Uri address) => site switch
    {
        { Answer.Problem: not null } => LinkCheckResult.Of(site.Answer, address.AbsoluteUri),
        { Rules: null } => new LinkCheckResult(
            LinkVerdict.NotAsked, $"Not checked: its robots.txt cannot be read ({site.Answer.Words.TrimEnd('.')})"),
        { Rules: { } rules } when !rules.Allow(address) =>
            new LinkCheckResult(LinkVerdict.Blocked, "Not checked: its robots.txt does not allow programs"),
        _ => null,
    };

    private static bool IsPage(LookupResponse answer) => answer.Ok && answer.MediaType is "text/html" or "application/xhtml+xml";

    // Many servers answer HEAD with anything from 403 to 501, and GET with the page. That there were too many questions is an answer.
    private static bool Settles(LookupResponse head) =>
        head.Challenged || head.Status is < 400 or 429 || head.Problem is not (null or OutsideProblem.Garbled);
}
