using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Topics as something that is edited.</summary>
public sealed class TopicSubject(TopicRules rules) : EditableKind<Topic, TopicDraft>
{
    public override LogKind Kind => LogKind.Topic;

    /// <summary>A title stands above its discussion, too.</summary>
    public override IReadOnlyCollection<string> Tags => [PageTags.Catalogue, PageTags.Discussions];

    // Prerequisites in the order of their slugs, which moves along the path do not change.
    public override TopicDraft DraftOf(Topic subject) => new()
    {
        Slug = subject.Slug,
        Title = subject.Title,
        Summary = subject.Summary,
        Objective = subject.Objective,
        Introduction = subject.Introduction.Markdown.Trim(),
        Concepts = [.. subject.Concepts.Select(c => new ConceptDraft(c.Term, c.Definition.Markdown))],
        Checks = [.. subject.Checks.Select(CheckDraft.Of)],
        Prerequisites = [.. subject.Prerequisites.OrderBy(p => p.Required.Slug, StringComparer.Ordinal)
            .Select(p => new PrerequisiteDraft(p.Required.Slug, p.Reason))],
        Reading = [.. subject.Placements.Where(p => p.Resource.RemovedAt is null).OrderBy(p => p.Position).Select(p => p.Resource.Slug)],
        CheckedAt = subject.CheckedAt,
        Removed = subject.RemovedAt is not null,
    };

    // Split: prerequisites times placements would otherwise be that many rows. Removed ones too: they can come back.
    protected internal override IQueryable<Topic> Subjects(GuideDb db) => db.Topics.IgnoreQueryFilters([CatalogueTables.Listed])
        .Include(t => t.Stage)
        .Include(t => t.Conversation)
        .Include(t => t.Prerequisites).ThenInclude(p => p.Required)
        .Include(t => t.Placements).ThenInclude(p => p.Resource)
        .AsSplitQuery();

    protected internal override IQueryable<Topic> WithKey(IQueryable<Topic> subjects, string key) => subjects.Where(t => t.Slug == key);

    protected internal override Topic Make(TopicDraft draft, DateTimeOffset now) => new(draft.Slug, draft.Title);

    protected internal override async Task<Outcome<ApplyEdit<Topic>>> PrepareAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var checkedDraft = await rules.CheckAsync(draft, cancellationToken);
        return checkedDraft.TryGet(out var fit, out var refusal)
            ? (ApplyEdit<Topic>)((to, commit) => new TopicChange(to, fit).ApplyAsync(commit))
            : refusal;
    }
}
