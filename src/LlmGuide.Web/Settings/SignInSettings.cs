using LlmGuide.Core.Text;
using LlmGuide.Web.Accounts.SignIn.External;

namespace LlmGuide.Web.Settings;

/// <summary>Where members can sign in besides.</summary>
internal static class SignInSettings
{
    public static void AddExternalSignIn(this WebApplicationBuilder builder) => builder.Services.AddExternalSignIn(
        ExternalSite(builder.Configuration, "Authentication:OpenIdConnect", "your organisation", hasAuthority: true),
        ExternalSite(builder.Configuration, "Authentication:GitHub", "GitHub", hasAuthority: false));

    /// <returns>Where members can sign in besides; <c>null</c> when nothing is configured.</returns>
    private static ExternalSite? ExternalSite(ConfigurationManager settings, string section, string name, bool hasAuthority)
    {
        string Of(string key) => settings[$"{section}:{key}"] ?? "";
        if (Of("ClientId").Length == 0 && Of("Authority").Length == 0)
        {
            return null;
        }

        if (Of("ClientId").Length == 0)
        {
            throw StartUpException.Setting($"{section}:ClientId", "", "what the provider calls this site");
        }

        if (Of("ClientSecret").Length == 0)
        {
            throw StartUpException.Setting($"{section}:ClientSecret", "", "what the provider gave with the client id");
        }

        var authority = Of("Authority");
        if (hasAuthority
            && (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
        {
            throw StartUpException.Setting($"{section}:Authority", authority, "the provider’s https address");
        }

        var called = Of("DisplayName");
        if (!CleanText.IsClean(called) || called.Any(char.IsControl))
        {
            throw StartUpException.Setting($"{section}:DisplayName", called, "one line, as people call the provider");
        }

        return new ExternalSite(Of("ClientId"), Of("ClientSecret"), authority, called.Length > 0 ? called : name);
    }
}
