using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Resources;

/// <summary>Works by a part of their title, for the fields of curators that want the address of one.</summary>
internal static class WorkLookup
{
    private const int PageSize = 10;
    private const int LongestText = 200;

    public static void MapWorkLookup(this IEndpointRouteBuilder site) => site
        .MapGet(Links.CurateWorks, async (CuratedResourcesQuery works, string? q, int? page, CancellationToken cancellationToken) =>
        {
            var text = q?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestText)] : null;
            var found = await works.RunAsync(
                new CuratedFilter(text, Removed: false, Sort: CuratedSort.Title), page ?? 1, PageSize, cancellationToken);
            return TypedResults.Ok(new WorksFound(
                [.. found.Items.Select(work => new WorkFound(work.Slug, work.Title, work.Year))], found.Number, found.Total));
        })
        .RequireAuthorization(nameof(Permission.EditCatalogue)).Limited(Limit.Search).ExcludeFromDescription();

    internal sealed record WorksFound(IReadOnlyList<WorkFound> Items, int Page, int Total);

    internal sealed record WorkFound(string Slug, string Title, int? Year);
}
