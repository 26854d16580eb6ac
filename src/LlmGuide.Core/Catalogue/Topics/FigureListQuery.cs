using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Figures;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>Every figure, in the order of the path, with the topics that it stands in.</summary>
public sealed class FigureListQuery(IDbContextFactory<GuideDb> databases, FigureLibrary figures)
{
    /// <returns>Those of the topics in their order; those that stand nowhere at the end. Not paged: a topic has a few.</returns>
    public async Task<IReadOnlyList<PlacedFigure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var texts = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Slug, t.Title, t.Introduction.Html }).ToListAsync(cancellationToken);
        var places = texts
            .SelectMany(t => figures.In(t.Html), (t, figure) => (Figure: figure, Topic: new TopicLink(t.Slug, t.Title)))
            .ToLookup(place => place.Figure, place => place.Topic);
        var all = places.Select(place => place.Key).Concat(figures.Figures).Distinct();
        return [.. all.Select(figure => new PlacedFigure(figure, [.. places[figure]]))];
    }
}

/// <param name="Topics">Where it stands, in the order of the path.</param>
public sealed record PlacedFigure(Figure Figure, IReadOnlyList<TopicLink> Topics);
