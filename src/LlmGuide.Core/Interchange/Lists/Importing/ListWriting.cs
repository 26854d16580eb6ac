using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>
/// Writes an import in one transaction. Topics, and new places of works that are there, are edits like any other, with their revisions;
/// new works are many, and made like those of the seed: their history begins with the first edit.
/// </summary>
internal sealed class ListWriting(
    GuideDb db, Editing editing, TopicSubject topics, StageSubject stages, ResourceSubject resources, Actor by, string reason)
{
    /// <returns>Why nothing was written.</returns>
    public async Task<Refusal?> TopicsAsync(IReadOnlyList<TopicDraft> drafts, bool hasStage, CancellationToken cancellationToken)
    {
        if (drafts.Count > 0 && !hasStage)
        {
            var stage = new StageDraft { Title = "Imported", Summary = "Topics of imported lists." };
            if (await SaveAsync(stages, Edit.New(stage, reason), cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var draft in drafts)
        {
            // What is written already would be looked through again for each of the rest.
            db.ChangeTracker.Clear();
            if (await SaveAsync(topics, Edit.New(draft, reason), cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Gives works that are there already a place in other topics.</summary>
    /// <param name="places">By the slug of the work.</param>
    /// <returns>Why nothing was written.</returns>
    public async Task<Refusal?> PlacesAsync(IEnumerable<KeyValuePair<string, PlacementDraft[]>> places, CancellationToken cancellationToken)
    {
        foreach (var (slug, drafts) in places)
        {
            db.ChangeTracker.Clear();
            if (await DraftQuery.WithinAsync(db, resources, slug, cancellationToken) is not { } now)
            {
                return Changed;
            }

            var standing = now.Draft.Placements.Select(place => place.Topic).ToHashSet(StringComparer.Ordinal);
            var draft = now.Draft with { Placements = [.. now.Draft.Placements, .. drafts.Where(place => standing.Add(place.Topic))] };
            if (await SaveAsync(resources, now.To(draft, reason), cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        db.ChangeTracker.Clear();
        return null;
    }

    /// <param name="written">Gets how many are written.</param>
    /// <returns>Why nothing was written.</returns>
    public async Task<Refusal?> WorksAsync(
        IReadOnlyList<PlannedWork> works, ISet<string> citationKeys, DateTimeOffset now, Action<int> written,
        CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(works, cancellationToken))
        {
            return Changed;
        }

        var slugs = works.Select(work => work.Topic!.Slug).Distinct().ToList();
        var into = await db.Topics.IgnoreQueryFilters([CatalogueTables.Listed]).Where(t => t.RemovedAt == null && slugs.Contains(t.Slug))
            .Include(t => t.Placements).ThenInclude(p => p.Resource).AsSplitQuery().AsNoTracking()
            .ToDictionaryAsync(t => t.Slug, StringComparer.Ordinal, cancellationToken);
        if (works.Any(work => !into.ContainsKey(work.Topic!.Slug)))
        {
            return Changed;
        }

        var places = works.Select(work => Place(work.Checked!, into[work.Topic!.Slug], citationKeys, now)).ToList();
        await new WorkInserts(db).RunAsync(places, written, cancellationToken);
        return null;
    }

    private static readonly Refusal Changed =
        Refusal.Rule("The catalogue was edited while the list was read. Nothing was imported; import it again.");

    private static Placement Place(CheckedResource fit, Topic topic, ISet<string> citationKeys, DateTimeOffset now)
    {
        var draft = fit.Draft;
        var resource = new Resource(draft.Slug, draft.Title, draft.Kind, draft.Url, now);
        resource.Publish(draft.Authors, draft.Year, draft.Month, draft.Venue, draft.ArxivId, draft.Doi);
        resource.Describe(fit.Summary, draft.Level, draft.Access, draft.Minutes, draft.AlsoKnownAs);
        resource.CiteAs(CitationKey.Make(draft.Authors, draft.Year, draft.Title, citationKeys));
        var place = draft.Placements[0];
        var explained = place.CompanionOf is { } slug
            ? topic.Placements.FirstOrDefault(p => p.Resource.Slug == slug && p.Role != PlacementRole.Companion)?.Resource : null;
        return topic.Place(
            resource, explained is null ? PlacementRole.Further : PlacementRole.Companion, fit.Whys[0], explained, place.Minutes);
    }

    // What was looked at before the transaction may have been taken since.
    private async Task<bool> IsTakenAsync(IReadOnlyList<PlannedWork> works, CancellationToken cancellationToken)
    {
        foreach (var some in works.Chunk(500))
        {
            var (keys, slugs) = (some.Select(w => w.Address!.Key).ToList(), some.Select(w => w.Checked!.Draft.Slug).ToList());
            if (await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed])
                .AnyAsync(r => EF.Parameter(slugs).Contains(r.Slug), cancellationToken)
                || await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).KnownBy(keys).AnyAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Refusal?> SaveAsync<TSubject, TDraft>(
        EditableKind<TSubject, TDraft> kind, Edit<TDraft> edit, CancellationToken cancellationToken)
        where TSubject : class, IRevised
        where TDraft : class
    {
        var prepared = await Editing.PrepareAsync(kind, by, edit, cancellationToken);
        return prepared.TryGet(out var ready, out var refusal) ? (await editing.ApplyAsync(db, ready, cancellationToken)).Refusal : refusal;
    }
}
