using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Writes down what a round saw of one link. When that makes it dead, the public log says so.</summary>
public sealed class RecordLink(Writing writing, TimeProvider clock)
{
    /// <param name="link">As the round was given it.</param>
    /// <returns>What it comes to; refused when another node has the round by now, or the work is gone.</returns>
    public async Task<Outcome<RecordedLink>> RunAsync(
        HeldRound round, LinkToCheck link, LinkCheckResult finding, CancellationToken cancellationToken)
    {
        var (changed, died) = (false, false);
        return await writing.RunTakingAsync<RecordedLink>(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (!await CountAsync(db, round, cancellationToken))
                {
                    return Refusal.Rule("Another node has this round.");
                }

                if (await db.Resources.AsNoTracking().Where(r => r.Id == link.ResourceId)
                    .Select(r => new { r.Url, r.ArchiveUrl }).FirstOrDefaultAsync(cancellationToken) is not { } work)
                {
                    return Refusal.NotThere();
                }

                var check = await CheckAsync(db, link.ResourceId, work.Url, cancellationToken);

                // Somebody gave the work another address meanwhile: the next round looks at that one.
                changed = check.Note(
                    work.Url == link.Url ? finding : new LinkCheckResult(LinkVerdict.NotAsked, "The address has changed in the meantime"),
                    now, round.Id);
                died = changed && check.Status == LinkStatus.Dead;
                if (died)
                {
                    db.Log.Add(new LogEntry(
                        Actor.Guide, "found a broken link in", new LogSubject(LogKind.Resource, link.Slug, link.Title),
                        $"{check.Words.TrimEnd('.')}, on {check.FailedDays} days.", now));
                }

                await ShowAsync(db, check, cancellationToken);
                return new RecordedLink(check.Status, check.Words, check.MovedTo, work.ArchiveUrl);
            },
            _ => !changed ? [] : died ? [.. PagesOf(link), PageTags.Changes] : PagesOf(link),
            cancellationToken);
    }

    /// <summary>Writes down where an archive keeps a copy.</summary>
    public Task ArchiveAsync(LinkToCheck link, string copy, CancellationToken cancellationToken) =>
        writing.RunAsync<Done>(
            async db =>
            {
                await db.Resources.Where(r => r.Id == link.ResourceId && r.Url == link.Url)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.ArchiveUrl, copy), cancellationToken);
                return default(Done);
            },
            _ => PagesOf(link),
            cancellationToken);

    /// <summary>
    /// The row of a work's link, made anew for a new address. There is one: whoever calls this
    /// <see cref="Writing.RunTakingAsync">takes</see> it.
    /// </summary>
    internal static async Task<LinkCheck> CheckAsync(GuideDb db, int resourceId, string url, CancellationToken cancellationToken)
    {
        var check = await db.LinkChecks.FirstOrDefaultAsync(c => c.ResourceId == resourceId, cancellationToken);
        if (check is null)
        {
            check = new LinkCheck(resourceId, url);
            db.LinkChecks.Add(check);
        }
        else if (check.Url != url)
        {
            check.Restart(url);
        }

        return check;
    }

    /// <summary>Tells the work what readers and programs see of its link.</summary>
    internal static Task ShowAsync(GuideDb db, LinkCheck check, CancellationToken cancellationToken)
    {
        var (id, status, at) = (check.ResourceId, check.Status, check.CheckedAt);
        return db.Resources.Where(r => r.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LinkStatus, status).SetProperty(r => r.LinkCheckedAt, at), cancellationToken);
    }

    // Who was taken for dead may write no more.
    private static async Task<bool> CountAsync(GuideDb db, HeldRound round, CancellationToken cancellationToken) =>
        await db.LinkCheckRuns.Where(r => r.Id == round.Id && r.Holder == round.Holder && r.Open == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Done, r => r.Done + 1), cancellationToken) == 1;

    private static IReadOnlyCollection<string> PagesOf(LinkToCheck link) => [PageTags.Resource(link.Slug), PageTags.Catalogue];
}

public sealed record RecordedLink(LinkStatus Status, string Words, string? MovedTo, string? ArchiveUrl);
