using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>What the form of a resource starts with.</summary>
public sealed class ResourceFormQuery(IDbContextFactory<GuideDb> databases, DraftQuery drafts, ResourceSubject resources)
{
    /// <param name="slug">The resource's, removed or not; <c>null</c> for a new one.</param>
    /// <returns><c>null</c> when nothing has or had this slug.</returns>
    public async Task<ResourceFormView?> RunAsync(string? slug, CancellationToken cancellationToken)
    {
        var resource = slug is null ? null : await drafts.RunAsync(resources, slug, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var moved = slug is null || resource is not null ? null
            : await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Resource && f.Slug == slug)
                .Select(f => f.Current).FirstOrDefaultAsync(cancellationToken);

        // Not paged: topics are a few dozen.
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new TopicLink(t.Slug, t.Title)).ToListAsync(cancellationToken);
        return slug is not null && resource is null && moved is null ? null : new ResourceFormView(resource, topics, moved);
    }
}

/// <param name="Resource">As it is now; <c>null</c> for a new one.</param>
/// <param name="Topics">Where it can stand, in the order of the path.</param>
/// <param name="MovedTo">The slug that this one leads to now.</param>
public sealed record ResourceFormView(Editable<ResourceDraft>? Resource, IReadOnlyList<TopicLink> Topics, string? MovedTo);
