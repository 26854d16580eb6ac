using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Listing;

public sealed partial class ResourcesPage
{
    private ResourceListView _view = new(new Page<ListedResource>([], 1, ResourceListQuery.PageSize, 0), [], FacetCounts.None);
    private ResourceQuestion _asked = ResourceQuestion.Everything;
    private IReadOnlyList<Facet> _facets = [];

    /// <summary>What is chosen, with the filter that it is of.</summary>
    private IReadOnlyList<(string Title, FacetChoice Choice)> _used = [];

    [Inject]
    public required ResourceListQuery Resources { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _asked = ResourceQuestion.Read(Http.Request.Query);
        _view = await Resources.RunAsync(_asked.Filter, _asked.Page, Aborted);
        _asked.CheckAgainst(_view);
        _facets = ResourceFacets.Of(_view, _asked.Filter);
        _used = [.. _facets.SelectMany(facet => facet.Choices.Where(choice => choice.IsOn), (facet, choice) => (facet.Title, choice))];
        if (_asked.Errors.Count > 0)
        {
            // What nobody should link to is not worth a place in the cache.
            Http.Response.Headers.CacheControl = "no-store";
        }
    }

    private string Address(int page) => _asked.Address(page);

    private static string SortName(ResourceSort sort) => sort switch
    {
        ResourceSort.Title => "By title",
        ResourceSort.Newest => "Newest first",
        ResourceSort.Oldest => "Oldest first",
        ResourceSort.Added => "Last added",
        ResourceSort.Shortest => "Shortest first",
        _ => "Path order",
    };
}
