using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>What was added to the guide last.</summary>
public sealed class NewResourcesQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="max">So many at most.</param>
    /// <returns>The newest first; those of one moment in the order in which they were added, the last first.</returns>
    public async Task<IReadOnlyList<NewResource>> RunAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Resources.AsNoTracking().OrderByDescending(r => r.AddedAt).ThenByDescending(r => r.Id).Take(max)
            .Select(r => new NewResource(
                r.Slug, r.CitationKey, r.Title, r.Kind, r.AuthorNames, r.Summary.Html,
                r.Placements.OrderBy(p => p.Topic.Position).Select(p => p.Topic.Title).FirstOrDefault(), r.AddedAt))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Slug">See <see cref="Slug"/>.</param>
/// <param name="Key">What it is called for ever, also under another slug; see <see cref="CitationKey"/>.</param>
/// <param name="AuthorNames">Separated by <see cref="Resource.AuthorSeparator"/>.</param>
/// <param name="SummaryHtml">Why it matters, as safe HTML.</param>
/// <param name="Topic">The first topic of the path that it stands in; <c>null</c> when it stands in none.</param>
public sealed record NewResource(
    string Slug, string Key, string Title, ResourceKind Kind, string AuthorNames, string SummaryHtml, string? Topic,
    DateTimeOffset AddedAt);
