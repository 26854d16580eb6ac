namespace LlmGuide.Web.Shared.Delivery;

/// <summary>The colours that a visitor wants.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>
/// The cookie that says which theme. Pages and the cache must read it by this one rule: a page that understood more spellings
/// than the cache would be kept under the wrong one.
/// </summary>
public static class ThemeCookie
{
    public const string Name = "theme";

    /// <summary>The theme asked for: exactly "light" or "dark"; anything else is <see cref="Theme.System"/>. The first cookie wins.</summary>
    public static Theme Of(HttpContext context)
    {
        // By hand, since Request.Cookies makes a dictionary and strings for each request that only wants this.
        foreach (var line in context.Request.Headers.Cookie)
        {
            foreach (var range in line.AsSpan().Split(';'))
            {
                var cookie = line.AsSpan(range).Trim();
                if (cookie.StartsWith(Name + "=", StringComparison.Ordinal))
                {
                    return cookie[(Name.Length + 1)..] switch
                    {
                        "light" => Theme.Light,
                        "dark" => Theme.Dark,
                        _ => Theme.System,
                    };
                }
            }
        }

        return Theme.System;
    }
}
