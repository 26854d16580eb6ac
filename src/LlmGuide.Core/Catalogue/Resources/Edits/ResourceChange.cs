using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>Makes one resource be as a draft says, with its places and relations.</summary>
internal sealed class ResourceChange(EditContext<Resource> to, CheckedResource wanted)
{
    private readonly GuideDb _db = to.Db;
    private readonly Resource _resource = to.Subject;
    private readonly ResourceDraft _draft = wanted.Draft;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        if (await RefusedAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await SlugChange.ApplyAsync(_db, SlugOwner.Resource, to.IsNew ? null : _resource.Slug, _draft.Slug, cancellationToken);
        _resource.Rename(_draft.Slug, _draft.Title);
        _resource.Locate(_draft.Kind, _draft.Url);
        _resource.Publish(_draft.Authors, _draft.Year, _draft.Month, _draft.Venue, _draft.ArxivId, _draft.Doi);
        _resource.Describe(wanted.Summary, _draft.Level, _draft.Access, _draft.Minutes, _draft.AlsoKnownAs);
        _resource.MarkEssential(_draft.Essential);
        _resource.MarkOriginal(_draft.InOriginalGuide);
        if (to.IsNew)
        {
            _resource.CiteAs(await CitationKeyAsync(cancellationToken));
        }

        return await RelateAsync(cancellationToken)
            ?? await new PlacementChange(to, wanted).ApplyAsync(cancellationToken) ?? await ListAsync(cancellationToken);
    }

    private async Task<Refusal?> RefusedAsync(CancellationToken cancellationToken)
    {
        var all = _db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking();
        if (await all.AnyAsync(r => r.Slug == _draft.Slug && r.Id != _resource.Id, cancellationToken))
        {
            return Refusal.Rule($"Another resource has the address “{_draft.Slug}”.", nameof(_draft.Slug));
        }

        if ((to.IsNew || _draft.Slug != _resource.Slug) && await SlugChange.LeadsElsewhereAsync(
            _db, SlugOwner.Resource, _draft.Slug, to.IsNew ? null : _resource.Slug, cancellationToken) is { } elsewhere)
        {
            return Refusal.Rule(
                $"The address “{_draft.Slug}” redirects to “{elsewhere}”, which had it before.", nameof(_draft.Slug));
        }

        // However it is written: see ResourceUrl.
        var key = ResourceUrl.KeyOf(_draft.Url);
        return await all.Where(r => (r.Url == _draft.Url || (r.UrlKey == key && key != null)) && r.Id != _resource.Id)
            .Select(r => r.Title).FirstOrDefaultAsync(cancellationToken) is { } same && _resource.Url != _draft.Url | to.IsNew
            ? Refusal.Rule($"This link is already in the guide: “{same}”.", nameof(_draft.Url))
            : to.Confirmed ? null : await new SecondWork(_draft, to.IsNew ? null : _resource).FindAsync(all, cancellationToken);
    }

    private async Task<string> CitationKeyAsync(CancellationToken cancellationToken)
    {
        var plain = CitationKey.Make(_draft.Authors, _draft.Year, _draft.Title, new HashSet<string>(StringComparer.Ordinal));

        // Not paged: the keys that differ in their last letters only.
        var taken = await _db.Resources.IgnoreQueryFilters([CatalogueTables.Listed])
            .Where(r => r.CitationKey.StartsWith(plain)).Select(r => r.CitationKey).ToListAsync(cancellationToken);
        return CitationKey.Make(_draft.Authors, _draft.Year, _draft.Title, taken.ToHashSet(StringComparer.Ordinal));
    }

    private async Task<Refusal?> RelateAsync(CancellationToken cancellationToken)
    {
        var slugs = _draft.BuildsOn;
        var found = await _db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Where(r => slugs.Contains(r.Slug))
            .ToDictionaryAsync(r => r.Slug, StringComparer.Ordinal, cancellationToken);
        if (slugs.FirstOrDefault(slug => !found.ContainsKey(slug)) is { } unknown)
        {
            return Refusal.Rule($"There is no resource “{unknown}” to build on.", nameof(_draft.BuildsOn));
        }

        _resource.SetFoundations([.. slugs.Select(slug => found[slug])]);
        return null;
    }

    private async Task<Refusal?> ListAsync(CancellationToken cancellationToken)
    {
        if (!_draft.Removed)
        {
            return await RestoreAsync(cancellationToken);
        }

        if (_resource.RemovedAt is null && await _db.Placements.Where(p => p.CompanionOfId == _resource.Id)
            .Select(p => p.Resource.Title).FirstOrDefaultAsync(cancellationToken) is { } companion)
        {
            return Refusal.Rule($"“{companion}” is a companion of it. Give that another role first.", nameof(_draft.Removed));
        }

        _resource.Remove(to.Now);
        return null;
    }

    private async Task<Refusal?> RestoreAsync(CancellationToken cancellationToken)
    {
        if (_resource.RemovedAt is not null)
        {
            // Where it was merged into another, its address led there.
            await _db.FormerSlugs.Where(f => f.Owner == SlugOwner.Resource && f.Slug == _draft.Slug).ExecuteDeleteAsync(cancellationToken);
        }

        _resource.Restore();
        return null;
    }
}
