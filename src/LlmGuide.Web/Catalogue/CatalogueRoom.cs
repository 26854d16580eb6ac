using LlmGuide.Core.Catalogue;
using LlmGuide.Web.Catalogue.Resources.Bulk;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Catalogue;

/// <summary>What the catalogue needs.</summary>
internal static class CatalogueRoom
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSection<CurationOptions>(CurationOptions.Section)
        .AddSingleton<NotUnderThisSlug>()
        .AddSingleton<ResourceBulk>();
}
