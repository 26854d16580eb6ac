using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Releases;

/// <summary>Reads the path as it is now.</summary>
public sealed class TakeSnapshot(PathSubject path, StageSubject stages, TopicSubject topics, ResourceSubject resources)
{
    /// <param name="db">In this transaction.</param>
    internal async Task<PathSnapshot> RunAsync(GuideDb db, CancellationToken cancellationToken)
    {
        // Not paged: a release is the whole of the path, some hundreds of rows. What was removed is no part of it.
        var order = await path.Subjects(db).AsNoTrackingWithIdentityResolution().FirstAsync(cancellationToken);
        return new PathSnapshot(
            path.DraftOf(order),
            await PartsAsync(stages, stages.Subjects(db).Where(s => s.RemovedAt == null).OrderBy(s => s.Position), cancellationToken),
            await PartsAsync(topics, topics.Subjects(db).Where(t => t.RemovedAt == null).OrderBy(t => t.Position), cancellationToken),
            await PartsAsync(resources, resources.Subjects(db).Where(r => r.RemovedAt == null).OrderBy(r => r.Id), cancellationToken));
    }

    private static async Task<IReadOnlyList<SnapshotPart<TDraft>>> PartsAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, IQueryable<TSubject> subjects, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class =>
        [
            .. (await subjects.AsNoTrackingWithIdentityResolution().ToListAsync(cancellationToken))
                .Select(subject => new SnapshotPart<TDraft>(subject.Id, kind.DraftOf(subject))),
        ];
}
