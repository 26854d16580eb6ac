using LlmGuide.Web.Accounts.SignIn.External;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings;

/// <summary>Where members can sign in besides.</summary>
internal static class SignInSettings
{
    public static void AddExternalSignIn(this WebApplicationBuilder builder) => builder.Services.AddExternalSignIn(
        builder.AddSection<OpenIdConnectSite>(OpenIdConnectSite.Section), builder.AddSection<GitHubSite>(GitHubSite.Section));
}
