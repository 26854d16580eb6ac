namespace LlmGuide.Web.Shared.Display;

/// <summary>The theme that a reader keeps, in a cookie that says nothing else.</summary>
public static class ReadingTheme
{
    public const string Cookie = "theme";
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    public static string Of(HttpRequest request) => Known(request.Cookies[Cookie]);

    /// <summary>One of the three names; anything else is <see cref="System"/>.</summary>
    public static string Known(string? name) => name is Light or Dark ? name : System;
}
