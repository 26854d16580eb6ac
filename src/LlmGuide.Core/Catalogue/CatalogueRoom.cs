using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Revisions;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Catalogue;

/// <summary>Resources, topics and the path, read and edited.</summary>
internal static class CatalogueRoom
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<PathQuery>()
        .AddSingleton<TopicPageQuery>()
        .AddSingleton<CheckPageQuery>()
        .AddSingleton<ResourceListQuery>()
        .AddSingleton<ResourcePageQuery>()
        .AddSingleton<FormerSlugQuery>()
        .AddSingleton<AddressesQuery>()
        .AddSingleton<StageApiQuery>()
        .AddSingleton<TopicApiQuery>()
        .AddSingleton<FigureListQuery>()
        .AddSingleton<ResourceApiQuery>()
        .AddSingleton<NewResourcesQuery>()
        .AddSingleton<ResourceRules>()
        .AddSubject<ResourceSubject>()
        .AddSingleton<CuratedResourcesQuery>()
        .AddSingleton<ChangeResources>()
        .AddSingleton<ConfirmResources>()
        .AddSingleton<TopicRules>()
        .AddSubject<TopicSubject>()
        .AddSubject<StageSubject>()
        .AddSubject<PathSubject>()
        .AddSingleton<CuratedPathQuery>()
        .AddSingleton<TopicFormQuery>()
        .AddSingleton<OutdatedTopicsQuery>()
        .AddSingleton<SaveTopic>()
        .AddSingleton<MoveOnPath>()
        .AddSingleton<TakeOffPath>()
        .AddSingleton<SameWorkQuery>()
        .AddSingleton<DiscussionIndexQuery>()
        .AddSingleton<CatalogueLinks>()
        .AddSingleton<ICatalogueLinks>(given => given.GetRequiredService<CatalogueLinks>());
}
