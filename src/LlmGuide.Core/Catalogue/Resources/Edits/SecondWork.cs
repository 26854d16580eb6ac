using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>
/// Whether a draft has an identifier that another work has already. It may be right all the same, as for a part of a book.
/// </summary>
/// <param name="draft">What is to be saved.</param>
/// <param name="from">The work as it is; <c>null</c> for a new one. What it has already was said when it got it.</param>
internal sealed class SecondWork(ResourceDraft draft, Resource? from)
{
    private const string Confirm = "It is another work: save it all the same";

    public async Task<Caution?> FindAsync(IQueryable<Resource> all, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> had = from is null ? [] : WorkKeys.Of(from.Url, from.ArxivId, from.Doi);
        var keys = WorkKeys.Of(draft.Url, draft.ArxivId, draft.Doi).Except(had, StringComparer.Ordinal).ToList();
        var id = from?.Id;
        return keys.Count > 0 && await all.Where(r => id == null || r.Id != id).KnownBy(keys)
            .OrderBy(r => r.RemovedAt != null).ThenBy(r => r.Id)
            .Select(r => new { r.Slug, r.Title, r.UrlKey, r.ArxivKey, r.DoiKey, Removed = r.RemovedAt != null })
            .FirstOrDefaultAsync(cancellationToken) is { } other
            ? Of(new LogSubject(LogKind.Resource, other.Slug, other.Title), other.Removed, [other.UrlKey, other.ArxivKey, other.DoiKey])
            : null;
    }

    private Caution Of(LogSubject other, bool removed, IReadOnlyList<string?> keys)
    {
        var (what, field) =
            keys.Contains(DoiNumber.KeyOf(draft.Doi) ?? "") ? ("DOI", nameof(draft.Doi))
            : keys.Contains(ArxivNumber.KeyOf(draft.ArxivId) ?? "") ? ("arXiv number", nameof(draft.ArxivId))
            : ("link", nameof(draft.Url));
        return new Caution(
            $"“{other.Title}”{(removed ? ", which was removed from the guide," : "")} has the same {what}.", field, other, Confirm);
    }
}
