using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shared;

/// <summary>A page on the server: knows its request, and ends its queries when the reader goes away.</summary>
/// <remarks>
/// It is rendered when all that it waits for is there, and not before. <see cref="ComponentBase"/> also renders at the first wait,
/// for pages that show something meanwhile; ours are sent whole, so such a rendering is seen by nobody and meets half of the state.
/// Whether a call really waits is up to the database: one on SQLite never does, one on PostgreSQL does.
/// </remarks>
public abstract class GuideComponent : ComponentBase, IHandleEvent
{
    private Task? _started;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    protected CancellationToken Aborted => Http.RequestAborted;

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        // The view is good until the first wait only.
        parameters.SetParameterProperties(this);
        await (_started ??= StartAsync());
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    public async Task HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>Sends the reader to another address for ever; call it before anything is written, and return.</summary>
    protected void MovedTo(string address) => Http.Response.Redirect(address, permanent: true);

    private Task StartAsync()
    {
        OnInitialized();
        return OnInitializedAsync();
    }
}
