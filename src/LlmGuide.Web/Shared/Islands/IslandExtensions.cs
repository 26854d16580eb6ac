using LlmGuide.Web.Shared.Delivery;

using MudBlazor;
using MudBlazor.Services;

namespace LlmGuide.Web.Shared.Islands;

/// <summary>The parts of pages that are alive while somebody looks at them: for curators and administrators only.</summary>
internal static class IslandExtensions
{
    public static IServiceCollection AddIslands(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(options => options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomStart);
        return services.AddSingleton<IslandTheme>();
    }

    // It would send a policy of its own beside ours, which says the same about frames already.
    public static RazorComponentsEndpointConventionBuilder WithIslands(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        pages.Add(LeaveStateOut);
        return pages;
    }

    // Where a render mode is configured, every page ends with its state, encrypted, island or not: bytes that no reader needs, and a
    // key that a database that cannot be written does not have. Reading pages hold no island, so they do not hear of the mode. (The
    // metadata is internal to the framework, hence its name.)
    private static void LeaveStateOut(EndpointBuilder page)
    {
        if (page.Metadata.OfType<ReadingPageAttribute>().Any() && page.Metadata.FirstOrDefault(m => m.GetType().Name == "ConfiguredRenderModesMetadata") is { } modes)
        {
            page.Metadata.Remove(modes);
        }
    }

    public static void MapIslands(this IEndpointRouteBuilder site) => IslandTheme.Map(site);
}
