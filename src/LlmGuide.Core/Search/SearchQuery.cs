using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Search;

/// <summary>One page of what matches a text, over topics, resources, tasks, benchmarks and metrics.</summary>
public sealed class SearchQuery(IDbContextFactory<GuideDb> databases, ITextIndex index)
{
    public const int PageSize = 20;

    /// <param name="text">What the reader typed.</param>
    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    /// <param name="cancellationToken">Ends the query with its reader.</param>
    public async Task<Page<SearchHit>> RunAsync(string? text, long page, CancellationToken cancellationToken)
    {
        var expression = SearchExpression.Parse(text);
        if (expression.IsEmpty)
        {
            return new Page<SearchHit>([], 1, PageSize, 0);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var asked = (int)Math.Clamp(page, 1, int.MaxValue / PageSize);
        var found = await index.FindAsync(db, expression, (asked - 1) * PageSize, PageSize, cancellationToken);
        var number = PageNumber.Clamp(asked, found.Total, PageSize);
        if (number != asked)
        {
            found = await index.FindAsync(db, expression, (number - 1) * PageSize, PageSize, cancellationToken);
        }

        return new Page<SearchHit>(await WithFactsAsync(db, found.Matches, cancellationToken), number, PageSize, found.Total);
    }

    /// <summary>Some matches, for programs: passed over and limited by count.</summary>
    public async Task<TextMatches> SomeAsync(string? text, int skip, int take, CancellationToken cancellationToken)
    {
        var expression = SearchExpression.Parse(text);
        if (expression.IsEmpty)
        {
            return new TextMatches([], 0);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await index.FindAsync(db, expression, skip, take, cancellationToken);
    }

    private static async Task<IReadOnlyList<SearchHit>> WithFactsAsync(
        GuideDb db, IReadOnlyList<TextMatch> matches, CancellationToken cancellationToken)
    {
        var slugs = matches.Where(m => m.Type == SearchType.Resource).Select(m => m.Slug).ToList();
        var lines = slugs.Count == 0 ? [] : await db.Resources.AsNoTracking().Where(r => slugs.Contains(r.Slug))
            .Select(ResourceLine.Of).ToDictionaryAsync(r => r.Slug, StringComparer.Ordinal, cancellationToken);
        return [.. matches.Select(m => new SearchHit(
            m with { Snippet = PlainText.Of(m.Snippet) }, m.Type == SearchType.Resource ? lines.GetValueOrDefault(m.Slug) : null))];
    }
}

/// <param name="Match">What matched.</param>
/// <param name="Resource">Its facts, for a resource.</param>
public sealed record SearchHit(TextMatch Match, ResourceLine? Resource);
