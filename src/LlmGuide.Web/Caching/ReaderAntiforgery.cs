using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Caching;

/// <summary>
/// Gives no token to a page that anonymous readers share. Razor components ask for one on every page as soon as a render mode
/// is configured (EndpointAntiforgeryStateProvider; also RazorComponentEndpointInvoker when a page streams), and the framework
/// then sets a cookie and "no-cache, no-store", so that no page could ever be kept. A form that is put on such a page by mistake
/// carries no token and is refused with 400.
/// </summary>
internal sealed class ReaderAntiforgery(IAntiforgery inner, IOptions<AntiforgeryOptions> options) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        Reader.IsReading(httpContext) ? None() : inner.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) =>
        Reader.IsReading(httpContext) ? None() : inner.GetTokens(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!Reader.IsReading(httpContext))
        {
            inner.SetCookieTokenAndHeader(httpContext);
        }
    }

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    private AntiforgeryTokenSet None() => new(null, null, options.Value.FormFieldName, options.Value.HeaderName);
}
