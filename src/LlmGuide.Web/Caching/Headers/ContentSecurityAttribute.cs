namespace LlmGuide.Web.Caching.Headers;

/// <summary>What a page's Content-Security-Policy allows beyond that of reading pages.</summary>
/// <remarks>
/// Pages with islands say <c>@attribute [ContentSecurity(IslandStyles.Policy)]</c>: MudBlazor sets widths and positions in style
/// attributes. Render modes are mapped without a policy of their own (<see cref="Islands.IslandExtensions"/>),
/// which would be a second header.
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
