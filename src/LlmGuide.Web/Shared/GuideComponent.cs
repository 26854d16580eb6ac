using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shared;

/// <summary>A page on the server: knows its request, and ends its queries when the reader goes away.</summary>
public abstract class GuideComponent : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    protected CancellationToken Cancelled => Http.RequestAborted;

    /// <summary>Sends the reader to another address for ever; call it before anything is written, and return.</summary>
    protected void MovedTo(string address) => Http.Response.Redirect(address, permanent: true);
}
