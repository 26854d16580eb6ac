using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace LlmGuide.Web.Tests.Caching;

/// <summary>The smallest site of Razor components; public, since the router looks for public types.</summary>
public sealed class RootComponent : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!doctype html><title>Delivery</title>");
        builder.OpenComponent<Router>(1);
        builder.AddComponentParameter(2, nameof(Router.AppAssembly), typeof(RootComponent).Assembly);
        builder.AddComponentParameter(3, nameof(Router.Found), (RenderFragment<RouteData>)(route => inner =>
        {
            inner.OpenComponent<RouteView>(0);
            inner.AddComponentParameter(1, nameof(RouteView.RouteData), route);
            inner.CloseComponent();
        }));
        builder.CloseComponent();
    }
}

[Route("/delivery/reading/{slug}")]
[ReadingPage(Query = ["page"])]
public sealed class ReadingComponent : ComponentBase
{
    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    protected override void OnInitialized() => Context.TagPage("topic:" + Slug);

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Slug} {Guid.NewGuid()}");
}

[Route("/delivery/missing")]
[ReadingPage]
public sealed class MissingComponent(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized() => navigation.NotFound();
}

/// <summary>A form that is posted. The second address makes the mistake of putting it on a page that readers share.</summary>
public abstract class FormComponent : ComponentBase
{
    [SupplyParameterFromForm(FormName = "say")]
    public string? Word { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "form");
        builder.AddAttribute(1, "method", "post");
        builder.AddAttribute(2, "onsubmit", EventCallback.Factory.Create(this, () => { }));
        builder.AddNamedEvent("onsubmit", "say");
        builder.OpenComponent<AntiforgeryToken>(3);
        builder.CloseComponent();
        builder.AddMarkupContent(4, "<input name=Word>");
        builder.AddContent(5, $"said {Word}");
        builder.CloseElement();
    }
}

[Route("/delivery/form")]
public sealed class OwnFormComponent : FormComponent;

[Route("/delivery/form-by-mistake")]
[ReadingPage]
public sealed class SharedFormComponent : FormComponent;
