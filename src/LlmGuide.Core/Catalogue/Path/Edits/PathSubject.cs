using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>
/// The order of the path as something that is edited. Where a topic stands is no part of the topic's own draft: otherwise every
/// insertion would change all that come after it.
/// </summary>
public sealed class PathSubject : EditableKind<LearningPath, PathDraft>
{
    public override LogKind Kind => LogKind.Path;

    // Asked again what was removed: the context may know of it from another edit of the same transaction.
    public override PathDraft DraftOf(LearningPath subject) => new()
    {
        Stages =
        [
            .. subject.Stages.Where(s => s.RemovedAt is null).OrderBy(s => s.Position)
                .Select(s => new StageOrder(
                    s.Slug, [.. s.Topics.Where(t => t.RemovedAt is null).OrderBy(t => t.Position).Select(t => t.Slug)])),
        ],
    };

    protected internal override IQueryable<LearningPath> Subjects(GuideDb db) =>
        db.Paths.Include(p => p.Stages).ThenInclude(s => s.Topics).AsSplitQuery();

    protected internal override IQueryable<LearningPath> WithKey(IQueryable<LearningPath> subjects, string key) =>
        subjects.Where(_ => key == LearningPath.Key);

    protected internal override LearningPath Make(PathDraft draft, DateTimeOffset now) =>
        throw new InvalidOperationException("There is one path.");

    protected internal override Task<Outcome<ApplyEdit<LearningPath>>> PrepareAsync(
        PathDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<ApplyEdit<LearningPath>>>(
            (ApplyEdit<LearningPath>)((to, commit) => new PathChange(to, draft).ApplyAsync(commit)));
}
