using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>Resources as something that is edited.</summary>
public sealed class ResourceSubject(ResourceRules rules) : EditableKind<Resource, ResourceDraft>
{
    public override LogKind Kind => LogKind.Resource;

    /// <summary>A title stands on the pages of topics, in lists, and above its discussion.</summary>
    public override IReadOnlyCollection<string> Tags => [PageTags.Catalogue, PageTags.Discussions];

    public override ResourceDraft DraftOf(Resource subject) => new()
    {
        Slug = subject.Slug,
        Title = subject.Title,
        AlsoKnownAs = subject.AlsoKnownAs,
        Kind = subject.Kind,
        Url = subject.Url,
        Authors = subject.AuthorNames.Split(Resource.AuthorSeparator, StringSplitOptions.RemoveEmptyEntries),
        Year = subject.Year,
        Month = subject.Month,
        Venue = subject.Venue,
        ArxivId = subject.ArxivId,
        Doi = subject.Doi,
        Level = subject.Level,
        Access = subject.Access,
        Minutes = subject.Minutes,
        Essential = subject.Essential,
        InOriginalGuide = subject.InOriginalGuide,
        Summary = subject.Summary.Markdown,
        Removed = subject.RemovedAt is not null,
        Placements = [.. subject.Placements.Where(p => p.Topic.RemovedAt is null).OrderBy(p => p.Topic.Position)
            .Select(p => new PlacementDraft(p.Topic.Slug, p.Role, p.Why.Markdown, p.CompanionOf?.Slug, p.Minutes))],
        BuildsOn = [.. subject.Foundations.OrderBy(b => b.Position).Select(b => b.Foundation.Slug)],
    };

    // Split: the places of a work times what it builds on would otherwise be that many rows. Removed ones too: they can come back.
    protected internal override IQueryable<Resource> Subjects(GuideDb db) => db.Resources.IgnoreQueryFilters([CatalogueTables.Listed])
        .Include(r => r.Conversation)
        .Include(r => r.Placements).ThenInclude(p => p.Topic)
        .Include(r => r.Placements).ThenInclude(p => p.CompanionOf)
        .Include(r => r.Foundations).ThenInclude(b => b.Foundation)
        .AsSplitQuery();

    protected internal override IQueryable<Resource> WithKey(
        IQueryable<Resource> subjects, string key) => subjects.Where(r => r.Slug == key);

    protected internal override Resource Make(ResourceDraft draft, DateTimeOffset now) =>
        new(draft.Slug, draft.Title, draft.Kind, draft.Url, now);

    protected internal override async Task<Outcome<ApplyEdit<Resource>>> PrepareAsync(
        ResourceDraft draft, CancellationToken cancellationToken)
    {
        var checkedDraft = await rules.CheckAsync(draft, cancellationToken);
        return checkedDraft.TryGet(out var fit, out var refusal)
            ? (ApplyEdit<Resource>)((to, commit) => new ResourceChange(to, fit).ApplyAsync(commit))
            : refusal;
    }
}
