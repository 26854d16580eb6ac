using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources;

public sealed partial class ResourcePage
{
    private ResourcePageView? _view;
    private RemovedSubject? _removed;

    [Parameter]
    public required string Slug { get; set; }

    [Inject]
    public required ResourcePageQuery Resources { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required RemovedSubjectQuery Removed { get; set; }

    [Inject]
    public required SiteAddress Address { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _view = await Resources.RunAsync(Slug, Aborted);
        if (_view is not null)
        {
            Http.TagPage(PageTags.Resource(Slug));
        }
        else if (await FormerSlugs.RunAsync(SlugOwner.Resource, Slug, Aborted) is { } current)
        {
            MovedTo(Links.Resource(current));
        }
        else if ((_removed = await Removed.RunAsync(LogKind.Resource, Slug, Aborted)) is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private static string OpenLabel(ResourceFacts work) => (work.Kind, new Uri(work.Url).Host) switch
    {
        (_, "arxiv.org") => "Read on arXiv",
        (_, "aclanthology.org") => "Read in the ACL Anthology",
        (_, "github.com") => "Open on GitHub",
        (ResourceKind.Video, "www.youtube.com") => "Watch on YouTube",
        (ResourceKind.Video, _) => "Watch",
        (ResourceKind.Paper or ResourceKind.Article or ResourceKind.Book, _) => "Read",
        _ => "Open",
    };

    private static string RoleIn(PlaceOfResource place) => place.Role switch
    {
        PlacementRole.Essential => "Essential",
        PlacementRole.Companion => "Companion of",
        _ => "Further reading",
    };
}
