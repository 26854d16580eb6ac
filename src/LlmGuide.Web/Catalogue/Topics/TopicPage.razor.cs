using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics;

public sealed partial class TopicPage
{
    /// <summary>The introduction, and some thirty works with their reasons.</summary>
    private const int SizeOfTopic = 64 * 1024;

    private TopicPageView? _topic;
    private RemovedSubject? _removed;

    [Parameter]
    public required string Slug { get; set; }

    [Inject]
    public required TopicPageQuery Topics { get; set; }

    [Inject]
    internal ViewCache Views { get; set; } = null!;

    [Inject]
    public required RemovedSubjectQuery Removed { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required SiteAddress Address { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>For a printer, what is folded is open.</summary>
    private bool OpenForPrint => Http.Request.Query.ContainsKey("print");

    protected override async Task OnInitializedAsync()
    {
        // Anonymous readers share the whole page; members share what it is made of.
        _topic = Http.Actor() is null
            ? await Topics.RunAsync(Slug, Aborted)
            : await Views.GetAsync(
                $"topic:{Slug}", () => Topics.RunAsync(Slug, Aborted), _ => [PageTags.Topic(Slug), PageTags.Catalogue], _ => SizeOfTopic);
        if (_topic is not null)
        {
            Http.TagPage(PageTags.Topic(Slug));
        }
        else if (await FormerSlugs.RunAsync(SlugOwner.Topic, Slug, Aborted) is { } current)
        {
            MovedTo(Links.Topic(current));
        }
        else if ((_removed = await Removed.RunAsync(LogKind.Topic, Slug, Aborted)) is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private static string Effort(TopicPageView topic)
    {
        var essentials = topic.Essentials.ToList();
        return essentials.Count == 0
            ? Labels.Count(topic.Resources, "resource") + " to explore"
            : $"{Labels.Count(essentials.Count, "essential")}, {Labels.About(essentials.Sum(p => p.Resource.Minutes))}";
    }
}
