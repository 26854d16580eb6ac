using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

using MudBlazor.Services;

namespace LlmGuide.Web.Islands;

/// <summary>The parts of pages that are alive while somebody looks at them: for curators and administrators only.</summary>
internal static class IslandExtensions
{
    public static IServiceCollection AddIslands(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        return services.AddSingleton<IslandTheme>().AddScoped<CircuitActor>();
    }

    /// <summary>
    /// Maps all pages twice, without and with render modes, and lets each page match where it belongs. Where a render mode is mapped,
    /// Blazor ends every page with encrypted state for islands, whether it has one or not: 0.8 KB and the time to encrypt it.
    /// </summary>
    /// <param name="guard">Is shown each endpoint that Blazor maps beside the pages, to stand before those of its hub.</param>
    /// <returns>The pages without islands.</returns>
    public static RazorComponentsEndpointConventionBuilder MapPages<TRoot>(this IEndpointRouteBuilder site, Action<EndpointBuilder> guard)
        where TRoot : IComponent
    {
        var pages = site.MapRazorComponents<TRoot>().AnswerHead();
        pages.Add(page => LeaveOut(page, withIslands: true));
        pages.Add(TakeSome);
        pages.Finally(TakeForms);

        // It would send a policy of its own beside ours, which says the same about frames already.
        // (A group, since the same builder would give the same pages again.)
        var alive = site.MapGroup("").MapRazorComponents<TRoot>().AnswerHead()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        alive.Add(page => LeaveOut(page, withIslands: false));
        alive.Add(TakeSome);
        alive.Finally(TakeForms);
        alive.Finally(guard);
        IslandTheme.Map(site);
        return pages;
    }

    /// <summary>Not what Blazor maps beside the pages: a circuit begins with a POST that is no form.</summary>
    private static void TakeForms(EndpointBuilder endpoint)
    {
        if (IsPage(endpoint))
        {
            ReadableForm.Before(endpoint);
        }
    }

    private static void TakeSome(EndpointBuilder endpoint)
    {
        if (IsPage(endpoint))
        {
            LimitExtensions.LimitPage(endpoint);
        }
    }

    private static void LeaveOut(EndpointBuilder endpoint, bool withIslands)
    {
        if (IsPage(endpoint) && endpoint.Metadata.OfType<IslandPageAttribute>().Any() == withIslands)
        {
            endpoint.Metadata.Add(new SuppressMatchingMetadata());
        }
    }

    private static bool IsPage(EndpointBuilder endpoint) => endpoint.Metadata.OfType<ComponentTypeMetadata>().Any();
}
