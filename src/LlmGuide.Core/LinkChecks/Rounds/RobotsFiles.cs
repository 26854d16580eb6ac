using System.Collections.Concurrent;
using System.Text;

using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>The robots.txt of each site that a round comes to, asked for once.</summary>
internal sealed class RobotsFiles(IWebClient outside)
{
    /// <summary>What our robot is called there.</summary>
    public const string Robot = "LlmGuide";

    /// <summary>More sites than this are not remembered: rounds over very many links stay small.</summary>
    private const int MostSites = 1000;

    private readonly ConcurrentDictionary<string, RobotsFile> _known = new(StringComparer.Ordinal);

    public async Task<RobotsFile> OfAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(site, out var known))
        {
            return known;
        }

        if (_known.Count >= MostSites)
        {
            _known.Clear();
        }

        var answer = await outside.AskAsync(
            new LookupRequest($"{site}/robots.txt", Accept: "text/plain", MostBytes: RobotsRules.MostBytes), cancellationToken);
        return _known[site] = Read(answer);
    }

    // RFC 9309, 2.3.1: none means that everything is allowed; one that cannot be read, that nothing is.
    private static RobotsFile Read(LookupResponse answer) => answer switch
    {
        { Ok: true } => new RobotsFile(RobotsRules.Parse(Encoding.UTF8.GetString(answer.Body.Span), Robot), answer),
        { Status: >= 500 } => new RobotsFile(null, answer),
        { Problem: not null } => new RobotsFile(null, answer),
        _ => new RobotsFile(RobotsRules.AllowAll, answer),
    };
}

/// <param name="Rules"><c>null</c> when they could not be read.</param>
internal sealed record RobotsFile(RobotsRules? Rules, LookupResponse Answer);
