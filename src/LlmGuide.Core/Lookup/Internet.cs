namespace LlmGuide.Core.Lookup;

/// <summary>
/// Whether this server reaches the internet at all. A host that is not found may be gone, or nobody is found: then what is seen of it says
/// nothing about it.
/// </summary>
public sealed class Internet(IWebClient outside, FactSources sources, TimeProvider clock)
{
    public const string Away = "This server cannot reach the internet.";

    /// <summary>So long one look counts for all who ask.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();
    private Task<bool>? _look;
    private DateTimeOffset _lookedAt;

    /// <summary>Whether it is what every host would look like from a server that reaches none.</summary>
    public static bool MayBeAway(LookupResponse answer) => answer.Problem is OutsideProblem.NoSuchHost or OutsideProblem.NotReached;

    /// <summary>Asks hosts that are there for whoever reaches any.</summary>
    /// <returns>Whether none of them answers.</returns>
    public Task<bool> IsAwayAsync(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            var now = clock.GetUtcNow();
            if (_look is null || (_look.IsCompleted && now - _lookedAt >= Holds))
            {
                (_look, _lookedAt) = (LookAsync(), now);
            }

            return _look.WaitAsync(cancellationToken);
        }
    }

    // One look serves several who ask, so it ends with none of them; the client bounds it.
    private async Task<bool> LookAsync()
    {
        var answers = await Task.WhenAll(((string[])[sources.Crossref, sources.Arxiv, sources.Wayback, "https://www.wikipedia.org"])
            .Select(host => outside.AskAsync(new LookupRequest(host, HeadOnly: true), CancellationToken.None)));
        return Array.TrueForAll(answers, answer => answer.Status is null);
    }
}
