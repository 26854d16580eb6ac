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
    public static RazorComponentsEndpointConventionBuilder WithIslands(this RazorComponentsEndpointConventionBuilder pages) =>
        pages.AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

    public static void MapIslands(this IEndpointRouteBuilder site) => IslandTheme.Map(site);
}
