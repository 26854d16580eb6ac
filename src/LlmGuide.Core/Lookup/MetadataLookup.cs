using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Lookup.Pages;

namespace LlmGuide.Core.Lookup;

/// <summary>An address that somebody pasted: the work that the catalogue has there, or what other sites say about it.</summary>
public sealed class MetadataLookup(SameWorkQuery works, IWebClient outside, Internet internet, FactSources sources, BoundedWork work)
{
    /// <summary>Of what a service says about one work; what is longer is not its answer.</summary>
    private const int MostOfAService = 512 * 1024;

    /// <param name="pasted">See <see cref="ResourceUrl.Parse"/>, which says what is refused.</param>
    public async Task<Outcome<PastedAddress>> RunAsync(string? pasted, CancellationToken cancellationToken)
    {
        var parsed = ResourceUrl.Parse(pasted);
        if (parsed.Value is not { } address)
        {
            return parsed.Refusal!;
        }

        if (await works.RunAsync(address, cancellationToken) is { } known)
        {
            return new PastedAddress(address, known, WorkMetadata.None, null);
        }

        var (facts, why) = await AskInBoundsAsync(address, cancellationToken);

        // A page may carry another identifier of a work that is listed: its DOI, or its number at arXiv.
        var same = await works.RunAsync(WorkKeys.Of(null, facts.ArxivId?.Value, facts.Doi?.Value), cancellationToken);
        return new PastedAddress(address, same, facts, facts == WorkMetadata.None ? why : null);
    }

    private async Task<(WorkMetadata Facts, string? Why)> AskInBoundsAsync(ResourceUrl address, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(address, cancellationToken);
        }
        catch (BusyException)
        {
            return (WorkMetadata.None, "Many pages are being looked up. Try again in a few seconds, or fill in the form yourself.");
        }
        catch (TimeoutException)
        {
            return (WorkMetadata.None, "Looking up the page took too long.");
        }
    }

    private Task<(WorkMetadata Facts, string? Why)> AskAsync(
        ResourceUrl address, CancellationToken cancellationToken) => address.Key.Split(':', 2) switch
        {
            ["arxiv", var id] => ArxivAsync(id, cancellationToken),
            ["youtube", var id] => YouTubeAsync(address, id, cancellationToken),
            ["doi", var doi] => DoiAsync(address, doi, cancellationToken),
            _ => PageAsync(address.Canonical, cancellationToken),
        };

    // The published version knows the venue; year and title are those of the first version, as the catalogue has them.
    private async Task<(WorkMetadata, string?)> ArxivAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new LookupRequest(
            ArxivFacts.Address(sources, id), Accept: "application/atom+xml", MostBytes: MostOfAService), cancellationToken);
        var facts = answer.Ok ? await work.RunAsync(end => ArxivFacts.Read(answer, id, end), cancellationToken) : WorkMetadata.None;
        if (facts.Doi is { } doi)
        {
            var published = await CrossrefAsync(doi.Value, cancellationToken);
            return (facts with { Venue = published.Facts.Venue }, null);
        }

        return (facts, await WhyAsync(answer, "arXiv does not know this number.", cancellationToken));
    }

    private async Task<(WorkMetadata, string?)> DoiAsync(ResourceUrl address, string doi, CancellationToken cancellationToken)
    {
        var (facts, why) = await CrossrefAsync(doi, cancellationToken);
        return facts == WorkMetadata.None && await PageAsync(address.Canonical, cancellationToken) is var (page, _)
            && page != WorkMetadata.None ? (page, null) : (facts, why);
    }

    private async Task<(WorkMetadata Facts, string? Why)> CrossrefAsync(string doi, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new LookupRequest(
            CrossrefFacts.Address(sources, doi), Accept: "application/json", MostBytes: MostOfAService), cancellationToken);
        return (answer.Ok ? await work.RunAsync(_ => CrossrefFacts.Read(answer), cancellationToken) : WorkMetadata.None,
            await WhyAsync(answer, "Crossref knows nothing about this DOI.", cancellationToken));
    }

    private async Task<(WorkMetadata, string?)> YouTubeAsync(ResourceUrl address, string id, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new LookupRequest(
            YouTubeFacts.Address(sources, address.Canonical), Accept: "application/json", MostBytes: MostOfAService), cancellationToken);
        var facts = answer.Ok ? await work.RunAsync(_ => YouTubeFacts.Read(answer), cancellationToken) : WorkMetadata.None;
        if (facts == WorkMetadata.None)
        {
            return (facts, await WhyAsync(answer, "YouTube says nothing about this video.", cancellationToken));
        }

        var (page, _) = await PageAsync(YouTubeFacts.Page(sources, id), cancellationToken);
        return (facts.Or(page with { Abstract = null }), null);
    }

    private async Task<(WorkMetadata, string?)> PageAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(
            new LookupRequest(address, Accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"), cancellationToken);
        if (PageSigns.Of(address, answer, null) is not PageSign.Page and var wall && (answer.Ok || wall == PageSign.Challenge))
        {
            return (WorkMetadata.None, Says(wall));
        }

        if (!answer.Ok || answer.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return (WorkMetadata.None, await WhyAsync(answer, "What is there is not a page with facts about itself.", cancellationToken));
        }

        return await work.RunAsync(end => PageOf(address, answer, end), cancellationToken);
    }

    private static (WorkMetadata, string?) PageOf(string address, LookupResponse answer, CancellationToken cancellationToken)
    {
        var page = PageText.Scan(answer, cancellationToken);
        if (page.UnknownCharset is { } charset)
        {
            return (WorkMetadata.None, $"The page is written in “{charset}”, which cannot be read here.");
        }

        return PageSigns.Of(address, answer, page) is not PageSign.Page and var sign
            ? (WorkMetadata.None, Says(sign)) : (FactsOf(address, page), "The page says nothing about itself.");
    }

    private static WorkMetadata FactsOf(string address, PageScan page)
    {
        // Nearly every page calls itself an article.
        var said = PageFacts.Read(page, address);
        var kind = said.Kind is null or { Value: ResourceKind.Article }
            ? new SourcedValues("the address").Kind(AddressKind.Of(new Uri(address))) : null;
        var facts = kind is null ? said : said with { Kind = kind };
        return facts.Kind?.Value == ResourceKind.Article && facts.Minutes is null
            ? facts with { Minutes = PageFacts.ReadingTime(page) }
            : facts;
    }

    private static string Says(PageSign sign) => sign switch
    {
        PageSign.Challenge => "The site shows programs a check instead of the page.",
        PageSign.SignIn => "The site shows a page for signing in.",
        PageSign.Consent => "The site asks for consent before it shows the page.",
        PageSign.Home => "The address leads to the home page of the site.",
        PageSign.Broken => "The site shows a fault in place of the page.",
        PageSign.Leading => "The page only leads on to another, or shows nothing without its script.",
        _ => "The site says that there is no such page.",
    };

    private async Task<string> WhyAsync(LookupResponse answer, string fallback, CancellationToken cancellationToken) =>
        answer.Ok ? fallback
        : answer.Problem is null ? $"The site answered: {answer.Words}."
        : Internet.MayBeAway(answer) && await internet.IsAwayAsync(cancellationToken) ? Internet.Away
        : answer.Words;
}

/// <summary>What became of a pasted address.</summary>
/// <param name="Address">Its canonical form.</param>
/// <param name="Known">
/// The work that is in the catalogue already, or was removed from it; by this address, by its DOI or its arXiv number.
/// </param>
/// <param name="Facts">A draft; nothing when the work is known by its address, or nobody answered.</param>
/// <param name="Why">Why there are no facts, as a sentence.</param>
public sealed record PastedAddress(ResourceUrl Address, KnownWork? Known, WorkMetadata Facts, string? Why);
