using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>The rounds of link checking: begun by a person or by the clock, and held by one node at a time.</summary>
public sealed class LinkCheckRuns(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    private static readonly TimeSpan AfterAProblem = TimeSpan.FromHours(1);

    private const string Busy = "A link check is already running.";

    /// <summary>Begins a round that somebody asked for.</summary>
    /// <param name="actor">Who may check links.</param>
    /// <param name="topic">The slug of the topic whose works are looked at; <c>null</c> for all.</param>
    /// <returns>The round's id; refused while one is running, and for a topic that does not exist.</returns>
    public async Task<Outcome<int>> BeginAsync(Actor actor, string? topic, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.CheckLinks))
        {
            return Refusal.NotAllowed();
        }

        return await OpenAsync(actor, topic, logged: true, cancellationToken);
    }

    /// <summary>
    /// Begins a round when the last one that could be run began long enough ago; in a new catalogue, when its works have been there that
    /// long.
    /// </summary>
    public async Task BeginDueAsync(TimeSpan every, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var all = db.LinkCheckRuns.Where(r => r.Topic == null);
        if (await all.Where(r => r.Problem != null).MaxAsync(r => (DateTimeOffset?)r.StartedAt, cancellationToken) + AfterAProblem
            > clock.GetUtcNow())
        {
            return;
        }

        var last = await all.Where(r => r.Problem == null).MaxAsync(r => (DateTimeOffset?)r.StartedAt, cancellationToken)
            ?? await db.Resources.MinAsync(r => (DateTimeOffset?)r.AddedAt, cancellationToken);
        if (last + every <= clock.GetUtcNow())
        {
            await OpenAsync(Actor.Guide, null, logged: false, cancellationToken);
        }
    }

    /// <summary>Takes the open round if nobody is at it.</summary>
    /// <returns>Which round, and under which name it is held; <c>null</c> when there is nothing to do.</returns>
    public async Task<HeldRound?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.LinkCheckRuns.AsNoTracking()
            .FirstOrDefaultAsync(r => r.Open == 1 && r.LeaseUntil <= now, cancellationToken) is not { } round)
        {
            return null;
        }

        // Where two saw the same round, the second one finds another lease, and takes nothing.
        var (holder, until) = (Guid.NewGuid(), now + Lease.Length);
        var taken = await writing.RunAsync<int>(
            async writer => await writer.LinkCheckRuns.Where(r => r.Id == round.Id && r.Open == 1 && r.LeaseUntil == round.LeaseUntil)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, until).SetProperty(r => r.Holder, holder), cancellationToken),
            cancellationToken);
        return taken.Value == 1 ? new HeldRound(round.Id, holder, round.Topic, until) : null;
    }

    /// <summary>Keeps a round that was taken from being taken over.</summary>
    public Lease Hold(HeldRound round) => Lease.Hold(
        round.Until,
        async until =>
        {
            var kept = await writing.RunAsync<int>(
                async db => await db.LinkCheckRuns.Where(r => r.Id == round.Id && r.Holder == round.Holder && r.Open == 1)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, until), CancellationToken.None),
                CancellationToken.None);
            return kept.Value == 1;
        },
        clock);

    /// <summary>The next links that this round has not looked at.</summary>
    public async Task<IReadOnlyList<LinkToCheck>> NextAsync(HeldRound round, int atMost, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var checks = db.LinkChecks;
        return await Within(db, round.Topic).Where(r => !checks.Any(c => c.ResourceId == r.Id && c.RoundId == round.Id))
            .OrderBy(r => r.Id).Take(atMost)
            .Select(r => new { Work = r, Check = checks.FirstOrDefault(c => c.ResourceId == r.Id && c.Url == r.Url) })
            .Select(
                row => new LinkToCheck(row.Work.Id, row.Work.Slug, row.Work.Title, row.Work.Url, row.Check!.ETag, row.Check.LastModified))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends a round that has no link left.</summary>
    public Task FinishAsync(HeldRound round, CancellationToken cancellationToken) => StopAsync(round, null, cancellationToken);

    /// <summary>Ends a round.</summary>
    /// <param name="problem">Why it is stopped although there are links left, as a sentence.</param>
    public Task StopAsync(HeldRound round, string? problem, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.LinkCheckRuns.Where(r => r.Id == round.Id && r.Holder == round.Holder)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(r => r.Open, (int?)null).SetProperty(r => r.FinishedAt, now)
                            .SetProperty(r => r.Problem, problem),
                        cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    /// <summary>Lets another take it up at once: the application is stopping.</summary>
    public Task LeaveAsync(HeldRound round, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.LinkCheckRuns.Where(r => r.Id == round.Id && r.Holder == round.Holder)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, now), cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    private async Task<Outcome<int>> OpenAsync(Actor actor, string? topic, bool logged, CancellationToken cancellationToken)
    {
        LinkCheckRun? round = null;
        try
        {
            var begun = await writing.RunAsync<Done>(
                async db =>
                {
                    if (await db.LinkCheckRuns.AnyAsync(r => r.Open == 1, cancellationToken))
                    {
                        return Refusal.Rule(Busy);
                    }

                    if (topic is not null && !await db.Topics.AnyAsync(t => t.Slug == topic, cancellationToken))
                    {
                        return Refusal.NotThere($"There is no topic “{topic}”.");
                    }

                    round = new LinkCheckRun(actor.Name, topic, await Within(db, topic).CountAsync(cancellationToken), clock.GetUtcNow());
                    db.LinkCheckRuns.Add(round);
                    if (logged)
                    {
                        db.Log.Add(new LogEntry(actor, "started", new LogSubject(
                            LogKind.Link, topic ?? "",
                            topic is null ? "a check of all links" : $"a check of the links of {topic}"), "", clock.GetUtcNow()));
                    }

                    return default(Done);
                },
                _ => logged ? [PageTags.Changes] : [],
                cancellationToken);
            return begun.Refusal is { } refusal ? refusal : round!.Id;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node began one in the same moment; the index lets only one of them through.
            return Refusal.Rule(Busy);
        }
    }

    private static IQueryable<Resource> Within(GuideDb db, string? topic) =>
        topic is null ? db.Resources.AsNoTracking() : db.Resources.AsNoTracking().Where(r => r.Placements.Any(p => p.Topic.Slug == topic));
}

/// <summary>A round in the hands of one node.</summary>
/// <param name="Topic">See <see cref="LinkCheckRun.Topic"/>.</param>
/// <param name="Until">See <see cref="LinkCheckRun.LeaseUntil"/>, as it was when the round was taken.</param>
public sealed record HeldRound(int Id, Guid Holder, string? Topic, DateTimeOffset Until);

/// <summary>A link that a round has to look at.</summary>
public sealed record LinkToCheck(int ResourceId, string Slug, string Title, string Url, string? ETag, DateTimeOffset? LastModified)
{
    /// <summary>Whom to ask; the whole text for what is no address.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var address) ? address.Host : Url;
}
