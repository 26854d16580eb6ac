using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Makes one topic be as a draft says.</summary>
internal sealed class TopicChange(EditContext<Topic> to, CheckedTopic wanted)
{
    private readonly GuideDb _db = to.Db;
    private readonly Topic _topic = to.Subject;
    private readonly TopicDraft _draft = wanted.Draft;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        // What it needs and where it stands depends on the others: of two who change such a thing at once, one waits.
        await _db.Paths.ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version), cancellationToken);
        if (await RefusedAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await SlugChange.ApplyAsync(_db, SlugOwner.Topic, to.IsNew ? null : _topic.Slug, _draft.Slug, cancellationToken);
        _topic.Rename(_draft.Slug, _draft.Title);
        _topic.Describe(_draft.Summary, _draft.Objective, wanted.Introduction, wanted.Concepts, wanted.Checks);
        _topic.Confirm(_draft.CheckedAt);
        _topic.Arrange(_draft.Reading);
        return (to.IsNew ? await StandLastAsync(cancellationToken) : null)
            ?? await new PrerequisiteChange(_db, _topic, _draft).ApplyAsync(cancellationToken)
            ?? await ListAsync(cancellationToken);
    }

    private async Task<Refusal?> RefusedAsync(CancellationToken cancellationToken)
    {
        if (!to.IsNew && _topic.Slug == _draft.Slug)
        {
            return null;
        }

        if (await _db.Topics.IgnoreQueryFilters([CatalogueTables.Listed])
            .AnyAsync(t => t.Slug == _draft.Slug && t.Id != _topic.Id, cancellationToken))
        {
            return Refusal.Rule($"Another topic has the address “{_draft.Slug}”, or had it when it was removed.", nameof(_draft.Slug));
        }

        return await SlugChange.LeadsElsewhereAsync(
            _db, SlugOwner.Topic, _draft.Slug, to.IsNew ? null : _topic.Slug, cancellationToken) is { } elsewhere
            ? Refusal.Rule($"The address “{_draft.Slug}” redirects to “{elsewhere}”, which had it before.", nameof(_draft.Slug))
            : null;
    }

    private async Task<Refusal?> StandLastAsync(CancellationToken cancellationToken)
    {
        if (await _db.Stages.OrderByDescending(s => s.Position).FirstOrDefaultAsync(cancellationToken) is not { } last)
        {
            return Refusal.Rule("There is no stage yet. Make one first.");
        }

        _topic.MoveTo(last, await _db.Topics.CountAsync(cancellationToken) + 1);
        return null;
    }

    private async Task<Refusal?> ListAsync(CancellationToken cancellationToken)
    {
        if (_draft.Removed == _topic.RemovedAt is not null)
        {
            return null;
        }

        if (!_draft.Removed)
        {
            return await RestoreAsync(cancellationToken);
        }

        if (await _db.Prerequisites.Where(p => p.RequiredId == _topic.Id)
            .Select(p => p.Topic.Title).FirstOrDefaultAsync(cancellationToken) is { } dependent)
        {
            return Refusal.Rule($"“{dependent}” needs it. Remove it there first, or merge the two.", nameof(_draft.Removed));
        }

        _topic.Remove(to.Now);
        await PathOrder.RenumberAsync(_db, restored: null, behind: false, cancellationToken);
        return null;
    }

    /// <summary>It goes back to where it stood, or to right after the last that it needs; its address is its own again.</summary>
    private async Task<Refusal?> RestoreAsync(CancellationToken cancellationToken)
    {
        await _db.FormerSlugs.Where(f => f.Owner == SlugOwner.Topic && f.Slug == _topic.Slug).ExecuteDeleteAsync(cancellationToken);
        _topic.Restore();
        var after = _topic.Prerequisites.Select(p => p.Required).MaxBy(t => t.Position);
        var behind = after is not null && after.Position >= _topic.Position;
        if (behind)
        {
            await _db.Entry(after!).Reference(t => t.Stage).LoadAsync(cancellationToken);
            _topic.MoveTo(after!.Stage, after.Position);
        }

        if (_topic.Stage.RemovedAt is not null)
        {
            return Refusal.Rule(
                $"The stage “{_topic.Stage.Title}” that it was in was removed. Restore that first.", nameof(_draft.Removed));
        }

        await PathOrder.RenumberAsync(_db, _topic, behind, cancellationToken);
        return null;
    }
}
