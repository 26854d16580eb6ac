using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Releases;

/// <summary>Publishes the path as it is now: a number, notes for readers, and all of it kept, so that releases can be compared.</summary>
public sealed class PublishRelease(Writing writing, TakeSnapshot snapshots, ReleaseText text)
{
    /// <param name="actor">A curator.</param>
    /// <param name="notes">Markdown, 1 to <see cref="Release.LongestNotes"/> characters.</param>
    /// <returns>The number of the release.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, string? notes, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.PublishPath))
        {
            return Refusal.NotAllowed();
        }

        var rendered = await text.ReadAsync(notes, cancellationToken);
        if (!rendered.TryGet(out var prose, out var wrong))
        {
            return wrong;
        }

        return await writing.RunAsync(
            db => PublishAsync(db, actor, prose, cancellationToken), _ => [PageTags.Changes, PageTags.Catalogue],
            cancellationToken);
    }

    private async Task<Outcome<int>> PublishAsync(GuideDb db, Actor actor, Prose notes, CancellationToken cancellationToken)
    {
        // Of two who publish at once, one waits, and then finds that nothing is new.
        await db.Paths.ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version), cancellationToken);
        var last = await db.Releases.OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Snapshot }).FirstOrDefaultAsync(cancellationToken);
        var snapshot = DraftJson.Of(await snapshots.RunAsync(db, cancellationToken));
        if (snapshot == last?.Snapshot)
        {
            return Refusal.Rule($"Nothing has changed since release {last.Number}.");
        }

        var number = (last?.Number ?? 0) + 1;
        var subject = new LogSubject(LogKind.Release, $"{number}", $"Release {number}");
        db.Releases.Add(new Release(new LogEntry(actor, PathActions.Published, subject, "", text.Now), number, notes, snapshot));
        return number;
    }
}
