using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>One check with all that its page shows, in one command.</summary>
public sealed class CheckPageQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="topic">The slug of the topic.</param>
    /// <param name="check">The slug of the check in it.</param>
    /// <returns><c>null</c> when there is no such topic, or no such check in it.</returns>
    public async Task<CheckPageView?> RunAsync(string topic, string check, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // Not paged: what is read in one topic.
        var found = await db.Topics.AsNoTracking().Where(t => t.Slug == topic)
            .Select(t => new
            {
                t.Title,
                t.Checks,
                Works = t.Placements.Select(p => new TopicLink(p.Resource.Slug, p.Resource.Title)).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found?.Checks.Index().FirstOrDefault(at => at.Item.Slug == check) is not { Item: { } asked } at
            ? null
            : new CheckPageView(
                topic, found.Title, asked, at.Index + 1, found.Checks.Count, found.Checks.ElementAtOrDefault(at.Index + 1)?.Slug,
                found.Works.Find(work => work.Slug == asked.After));
    }
}

/// <param name="Topic">Its slug.</param>
/// <param name="Number">Its place among the checks of the topic, from 1.</param>
/// <param name="Next">The slug of the one after it; <c>null</c> for the last.</param>
/// <param name="After">The work to look at again; <c>null</c> for the introduction, and for a work that left the topic.</param>
public sealed record CheckPageView(
    string Topic, string Title, SelfCheck Check, int Number, int Count, string? Next, TopicLink? After);
