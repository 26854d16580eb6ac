using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>
/// Takes the open round and looks at its links: several hosts at once, each of them one question at a time with a pause. What it
/// has seen is written link by link, so that whoever takes the round over after a crash goes on where it ended. Where this server reaches
/// nobody, it stops, and marks nothing.
/// </summary>
public sealed class RunLinkChecks(LinkCheckRuns rounds, RecordLink record, LinkQuestions questions, TimeProvider clock)
{
    /// <summary>So many links are in memory at a time.</summary>
    private const int AtOnce = 200;

    /// <summary>
    /// Begins a round when one is due, and runs whatever round is open: one that a curator began, or that another node left behind.
    /// </summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        if (questions.Options.RoundHours > 0)
        {
            await rounds.BeginDueAsync(TimeSpan.FromHours(questions.Options.RoundHours), cancellationToken);
        }

        await RunAsync(null, cancellationToken);
    }

    /// <param name="progress">Told of each link, from several threads; may be nobody.</param>
    /// <param name="cancellationToken">Ends the round here; another takes it up.</param>
    /// <returns>Whether there was a round to run.</returns>
    public async Task<bool> RunAsync(IProgress<SeenLink>? progress, CancellationToken cancellationToken)
    {
        if (await rounds.TakeAsync(cancellationToken) is not { } round)
        {
            return false;
        }

        try
        {
            return await HoldAsync(round, progress, cancellationToken);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await rounds.LeaveAsync(round, CancellationToken.None);
            }
        }
    }

    /// <returns>Whether this node had it until the end.</returns>
    private async Task<bool> HoldAsync(HeldRound round, IProgress<SeenLink>? progress, CancellationToken cancellationToken)
    {
        await using var lease = rounds.Hold(round);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            await LookAtAllAsync(round, progress, ends.Token);
            await rounds.FinishAsync(round, cancellationToken);
            return true;
        }
        catch (Exception lost) when (!cancellationToken.IsCancellationRequested
            && (lost is LostRoundException || (lost is OperationCanceledException && lease.Lost.IsCancellationRequested)))
        {
            return false;
        }
        catch (AwayException)
        {
            await rounds.StopAsync(round, Internet.Away, cancellationToken);
            return true;
        }
    }

    private async Task LookAtAllAsync(HeldRound round, IProgress<SeenLink>? progress, CancellationToken cancellationToken)
    {
        var probe = questions.Probe(clock);
        while (await rounds.NextAsync(round, AtOnce, cancellationToken) is { Count: > 0 } links)
        {
            await Parallel.ForEachAsync(
                links.GroupBy(link => link.Host, StringComparer.OrdinalIgnoreCase),
                new ParallelOptions { MaxDegreeOfParallelism = questions.Options.Parallel, CancellationToken = cancellationToken },
                async (host, cancelled) => await LookAsync(round, probe, host, progress, cancelled));
        }
    }

    private async Task LookAsync(
        HeldRound round, LinkProbe probe, IEnumerable<LinkToCheck> host, IProgress<SeenLink>? progress, CancellationToken cancellationToken)
    {
        foreach (var link in host)
        {
            var known = link.ETag is null && link.LastModified is null ? null : new PageVersion(link.ETag, link.LastModified);
            var finding = await probe.LookAsync(link.Url, known, cancellationToken);
            if (finding.Unreached && await questions.Internet.IsAwayAsync(cancellationToken))
            {
                throw new AwayException();
            }

            var recorded = await record.RunAsync(round, link, finding, cancellationToken);
            if (recorded.Refusal is { Cause: Cause.Rule })
            {
                throw new LostRoundException();
            }

            if (recorded.Value is { } seen)
            {
                var copy =
                    seen is { Status: LinkStatus.Dead, ArchiveUrl: null } ? await ArchiveAsync(link, cancellationToken) : seen.ArchiveUrl;
                progress?.Report(new SeenLink(link.Slug, link.Title, link.Url, seen.Status, seen.Words, seen.MovedTo, copy));
            }
        }
    }

    private async Task<string?> ArchiveAsync(LinkToCheck link, CancellationToken cancellationToken)
    {
        var copy = await questions.Archive.FindAsync(link.Url, cancellationToken);
        if (copy is not null)
        {
            await record.ArchiveAsync(link, copy, cancellationToken);
        }

        return copy;
    }

#pragma warning disable CA1032, CA1064 // Never leaves this class.
    private sealed class LostRoundException : Exception;

    /// <summary>Nothing that was seen says anything about a link.</summary>
    private sealed class AwayException : Exception;
#pragma warning restore CA1032, CA1064
}

/// <summary>Whom a round asks, and how.</summary>
public sealed class LinkQuestions(IWebClient outside, Internet internet, ArchivedCopy archive, LinkCheckOptions options)
{
    public Internet Internet => internet;

    public LinkCheckOptions Options => options;

    public ArchivedCopy Archive => archive;

    internal LinkProbe Probe(TimeProvider clock) =>
        new(outside, new RobotsFiles(outside), new HostThrottle(clock, TimeSpan.FromSeconds(options.HostSeconds)));
}

/// <summary>A link that a round has just looked at.</summary>
public sealed record SeenLink(string Slug, string Title, string Url, LinkStatus Status, string Words, string? MovedTo, string? ArchiveUrl);
