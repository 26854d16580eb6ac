using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>
/// Adds what was marked on a device to what the account says: the union of both, and of two states of one work the newer. No time is
/// later than now, so the next mark wins whatever a clock said (docs/decisions/0036).
/// </summary>
public sealed class MergeDeviceMarks(Writing writing, TimeProvider clock)
{
    public async Task<Outcome<MergedMarks>> RunAsync(Actor actor, DeviceMarks device, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not mark what you have read, until your suspension ends.");
        }

        if (device.Marks.Count > DeviceMarks.Most)
        {
            return Refusal.Rule($"At most {DeviceMarks.Most} works can be added at once.");
        }

        return await writing.RunAsync<MergedMarks>(
            async db =>
            {
                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                return await MergeAsync(db, actor.Id, device, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<MergedMarks> MergeAsync(GuideDb db, int memberId, DeviceMarks device, CancellationToken cancellationToken)
    {
        var works = await WorksAsync(db, [.. device.Marks.Select(mark => mark.Resource).Distinct()], cancellationToken);
        var now = clock.GetUtcNow();
        var wrong = device.DeviceNow is { } said ? now - said : TimeSpan.Zero;
        var sent = device.Marks.Where(mark => works.ContainsKey(mark.Resource))
            .Select(mark => new Marked(works[mark.Resource], mark.State, TrueTime(mark.Since, wrong, now)))
            .GroupBy(mark => mark.ResourceId).Select(same => same.MaxBy(mark => mark.Since)!).ToList();
        var marking = new Marking(db, memberId, cancellationToken);
        var own = await marking.ReadAsync(sent.ConvertAll(mark => mark.ResourceId));
        var newer = sent.Where(mark => own.GetValueOrDefault(mark.ResourceId) is not { } mine || mine.Since < mark.Since).ToList();
        var older = sent.Count(mark => own.GetValueOrDefault(mark.ResourceId) is { } mine
            && mine.Since >= mark.Since && mine.State != mark.State);
        return new MergedMarks(await marking.SetAsync(newer), older, device.Marks.Count(mark => !works.ContainsKey(mark.Resource)));
    }

    /// <summary>What cannot be moved that far is as old as can be.</summary>
    private static DateTimeOffset TrueTime(DateTimeOffset since, TimeSpan wrong, DateTimeOffset now)
    {
        var ticks = Math.Clamp(since.UtcTicks + wrong.Ticks, DateTimeOffset.UnixEpoch.Ticks, now.UtcTicks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <returns>The ids of works by slug, and by the slugs that they once had. Removed works too: they can come back.</returns>
    private static async Task<Dictionary<string, int>> WorksAsync(GuideDb db, List<string> slugs, CancellationToken cancellationToken)
    {
        var former = await db.FormerSlugs.AsNoTracking().Where(f => f.Owner == SlugOwner.Resource && slugs.Contains(f.Slug))
            .Select(f => new { f.Slug, f.Current }).ToListAsync(cancellationToken);
        List<string> wanted = [.. slugs, .. former.Select(f => f.Current)];
        var works = await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => wanted.Contains(r.Slug))
            .Select(r => new { r.Slug, r.Id }).ToDictionaryAsync(r => r.Slug, r => r.Id, StringComparer.Ordinal, cancellationToken);

        // A work that was merged into another keeps its slug, and its address leads on.
        foreach (var moved in former.Where(f => works.ContainsKey(f.Current)))
        {
            works[moved.Slug] = works[moved.Current];
        }

        return works;
    }
}
