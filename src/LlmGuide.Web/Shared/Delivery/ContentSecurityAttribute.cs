namespace LlmGuide.Web.Shared.Delivery;

/// <summary>What a page's Content-Security-Policy allows beyond that of reading pages.</summary>
/// <remarks>
/// Pages with islands will say <c>@attribute [ContentSecurity("style-src-attr 'unsafe-inline'")]</c> for MudBlazor, which sets
/// widths and positions in style attributes. Where they are mapped, AddInteractiveServerRenderMode must be given
/// <c>options.ContentSecurityFrameAncestorsPolicy = null</c>: it sends a second policy header of its own otherwise.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContentSecurityAttribute(string directives) : Attribute
{
    /// <summary>No nonces: they would be kept with the page. No inline script or style, and nothing from another host.</summary>
    internal const string ReadingPages =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'self'";

    public string Directives { get; } = directives;

    /// <summary>The whole header, made once per page and not once per request.</summary>
    internal string Policy { get; } = $"{ReadingPages}; {directives}";
}
