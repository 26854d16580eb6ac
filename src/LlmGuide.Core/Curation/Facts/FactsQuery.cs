using System.Text;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Curation.Outside;

namespace LlmGuide.Core.Curation.Facts;

/// <summary>An address that somebody pasted: the work that the catalogue has there, or what other sites say about it.</summary>
public sealed class FactsQuery(SameWorkQuery works, IOutside outside, FactSources sources)
{
    /// <param name="pasted">See <see cref="ResourceUrl.Parse"/>, which says what is refused.</param>
    /// <param name="cancellationToken">Ends the questions with whoever asked.</param>
    public async Task<Outcome<PastedAddress>> RunAsync(string? pasted, CancellationToken cancellationToken)
    {
        var parsed = ResourceUrl.Parse(pasted);
        if (parsed.Value is not { } address)
        {
            return parsed.Refusal!;
        }

        if (await works.RunAsync(address, cancellationToken) is { } known)
        {
            return new PastedAddress(address, known, WorkFacts.None, null);
        }

        var (facts, why) = await AskAsync(address, cancellationToken);
        return new PastedAddress(address, await SameAsync(facts, cancellationToken), facts, facts == WorkFacts.None ? why : null);
    }

    private Task<(WorkFacts Facts, string? Why)> AskAsync(ResourceUrl address, CancellationToken cancellationToken) => address.Key.Split(':', 2) switch
    {
        ["arxiv", var id] => ArxivAsync(id, cancellationToken),
        ["youtube", var id] => YouTubeAsync(address, id, cancellationToken),
        ["doi", var doi] => DoiAsync(address, doi, cancellationToken),
        _ => PageAsync(address.Canonical, cancellationToken),
    };

    // The published version knows the venue; year and title are those of the first version, as the catalogue has them.
    private async Task<(WorkFacts, string?)> ArxivAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new OutsideQuestion(ArxivFacts.Address(sources, id), Accept: "application/atom+xml"), cancellationToken);
        var facts = answer.Ok ? ArxivFacts.Read(answer, id) : WorkFacts.None;
        if (facts.Doi is { } doi)
        {
            var published = await CrossrefAsync(doi.Value, cancellationToken);
            return (facts with { Venue = published.Facts.Venue }, null);
        }

        return (facts, Why(answer, "arXiv does not know this number."));
    }

    private async Task<(WorkFacts, string?)> DoiAsync(ResourceUrl address, string doi, CancellationToken cancellationToken)
    {
        var (facts, why) = await CrossrefAsync(doi, cancellationToken);
        return facts == WorkFacts.None && await PageAsync(address.Canonical, cancellationToken) is var (page, _) && page != WorkFacts.None ? (page, null) : (facts, why);
    }

    private async Task<(WorkFacts Facts, string? Why)> CrossrefAsync(string doi, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new OutsideQuestion(CrossrefFacts.Address(sources, doi), Accept: "application/json"), cancellationToken);
        return (answer.Ok ? CrossrefFacts.Read(answer) : WorkFacts.None, Why(answer, "Crossref knows nothing about this DOI."));
    }

    private async Task<(WorkFacts, string?)> YouTubeAsync(ResourceUrl address, string id, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new OutsideQuestion(YouTubeFacts.Address(sources, address.Canonical), Accept: "application/json"), cancellationToken);
        var facts = answer.Ok ? YouTubeFacts.Read(answer) : WorkFacts.None;
        if (facts == WorkFacts.None)
        {
            return (facts, Why(answer, "YouTube says nothing about this video."));
        }

        var (page, _) = await PageAsync(YouTubeFacts.Page(sources, id), cancellationToken);
        return (facts.Or(page with { Abstract = null }), null);
    }

    private async Task<(WorkFacts, string?)> PageAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await outside.AskAsync(new OutsideQuestion(address, Accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"), cancellationToken);
        if (!answer.Ok || answer.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return (WorkFacts.None, Why(answer, "What is there is no page with facts about itself."));
        }

        var page = await ParseAsync(answer, cancellationToken);
        var facts = new WorkFacts { Kind = KindByHost(address) }.Or(PageFacts.Read(page));
        return (facts.Kind?.Value == ResourceKind.Article && facts.Minutes is null ? facts with { Minutes = PageFacts.ReadingTime(page) } : facts, "The page says nothing about itself.");
    }

    // Without a charset in the header, the parser looks for one in the page.
    private static async Task<IHtmlDocument> ParseAsync(OutsideAnswer answer, CancellationToken cancellationToken)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false });
        var known = answer.Charset?.ToLowerInvariant() switch { "utf-8" or "utf8" => Encoding.UTF8, "iso-8859-1" or "latin1" => Encoding.Latin1, _ => null };
        return known is null
            ? await parser.ParseDocumentAsync(new MemoryStream(answer.Body.ToArray()), cancellationToken)
            : await parser.ParseDocumentAsync(known.GetString(answer.Body.Span), cancellationToken);
    }

    // A page may carry another address of a work that is listed: its DOI, or its number at arXiv.
    private async Task<KnownWork?> SameAsync(WorkFacts facts, CancellationToken cancellationToken)
    {
        foreach (var other in (string?[])[facts.ArxivId is { } arxiv ? $"arxiv:{arxiv.Value}" : null, facts.Doi is { } doi ? $"doi:{doi.Value}" : null])
        {
            if (ResourceUrl.Parse(other).Value is { } address && await works.RunAsync(address, cancellationToken) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static Fact<ResourceKind>? KindByHost(string address)
    {
        var (host, path) = (new Uri(address).Host, new Uri(address).AbsolutePath);
        ResourceKind? kind = host switch
        {
            "github.com" or "gitlab.com" => ResourceKind.Code,
            "huggingface.co" when path.StartsWith("/datasets/", StringComparison.Ordinal) => ResourceKind.Dataset,
            _ when host.StartsWith("docs.", StringComparison.Ordinal) || path.StartsWith("/docs/", StringComparison.Ordinal) => ResourceKind.Documentation,
            _ => null,
        };
        return new Stated("the address").Kind(kind);
    }

    private static string Why(OutsideAnswer answer, string otherwise) =>
        answer.Ok ? otherwise : answer.Problem is null ? $"The site answered: {answer.Words}." : answer.Words;
}

/// <summary>What became of a pasted address.</summary>
/// <param name="Address">Its canonical form.</param>
/// <param name="Known">The work that is in the catalogue already, or was removed from it; by this address, by its DOI or its arXiv number.</param>
/// <param name="Facts">A draft; nothing when the work is known by its address, or nobody answered.</param>
/// <param name="Why">Why there are no facts, as a sentence.</param>
public sealed record PastedAddress(ResourceUrl Address, KnownWork? Known, WorkFacts Facts, string? Why);
