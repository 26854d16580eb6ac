using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LlmGuide.Web.Accounts.SignIn.External;

/// <summary>Signing in with an OpenID Connect provider or with GitHub, where that is configured.</summary>
public static class ExternalSignIn
{
    private const string GitHub = "GitHub";

    public static IServiceCollection AddExternalSignIn(
        this IServiceCollection services, OpenIdConnectSite openIdConnect, GitHubSite gitHub)
    {
        var authentication = new AuthenticationBuilder(services);
        if (openIdConnect.IsSet)
        {
            authentication.AddOpenIdConnect(
                OpenIdConnectDefaults.AuthenticationScheme, openIdConnect.DisplayName, options => Configure(options, openIdConnect));
        }

        if (gitHub.IsSet)
        {
            authentication.AddOAuth<OAuthOptions, GitHubHandler>(GitHub, gitHub.DisplayName, options => Configure(options, gitHub));
        }

        return services;
    }

    /// <summary>Cuts a tie, unless it is the only way in.</summary>
    internal static async Task<Outcome<Done>> UnlinkAsync(UserManager<Member> members, Member member, string provider)
    {
        var logins = await members.GetLoginsAsync(member);
        var others = (member.PasswordHash is null ? 0 : 1) + logins.Count(l => l.LoginProvider != provider)
            + (await members.GetPasskeysAsync(member)).Count;
        if (others == 0)
        {
            return Refusal.Rule("This is your only way to sign in.");
        }

        foreach (var login in logins.Where(l => l.LoginProvider == provider))
        {
            await members.RemoveLoginAsync(member, login.LoginProvider, login.ProviderKey);
        }

        return default(Done);
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdConnectSite site)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = site.Authority;
        options.ClientId = site.ClientId;
        options.ClientSecret = site.ClientSecret;
        options.RequireHttpsMetadata = new Uri(site.Authority) is { IsLoopback: false };
        options.CallbackPath = "/account/external/openid";
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Add("email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");

        // The answer comes by GET, so that the cookies may stay Lax and the guide work over plain HTTP on one's own machine.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        Tame(options.NonceCookie);
        Configure((RemoteAuthenticationOptions)options);
        options.TokenValidationParameters.NameClaimType = "name";

        // The provider knows one address, and a proxy need not pass on what readers call the host.
        options.Events.OnRedirectToIdentityProvider = asked =>
        {
            var site = asked.HttpContext.RequestServices.GetRequiredService<SiteAddress>();
            asked.ProtocolMessage.RedirectUri = site.Of(asked.Request, asked.Options.CallbackPath);
            return Task.CompletedTask;
        };

        // GetExternalLoginInfoAsync asks for this claim by its long name.
        options.Events.OnTokenValidated = validated =>
        {
            if (validated.Principal is { Identity: ClaimsIdentity identity } && identity.FindFirst("sub") is { } subject)
            {
                identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, subject.Value));
            }

            return Task.CompletedTask;
        };
    }

    private static void Configure(OAuthOptions options, GitHubSite site)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.ClientId = site.ClientId;
        options.ClientSecret = site.ClientSecret;
        options.CallbackPath = "/account/external/github";
        options.AuthorizationEndpoint = "https://github.com/login/oauth/authorize";
        options.TokenEndpoint = "https://github.com/login/oauth/access_token";
        options.UserInformationEndpoint = "https://api.github.com/user";
        options.UsePkce = true;
        options.Scope.Add("user:email");
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "id");
        options.ClaimActions.MapJsonKey(ClaimTypes.Name, "login");
        Configure((RemoteAuthenticationOptions)options);
        options.Events.OnCreatingTicket = async ticket =>
        {
            ticket.RunClaimActions(await AskAsync(ticket, options.UserInformationEndpoint));
            foreach (var mail in (await AskAsync(ticket, options.UserInformationEndpoint + "/emails")).EnumerateArray())
            {
                if (mail.GetProperty("primary").GetBoolean() && mail.GetProperty("verified").GetBoolean())
                {
                    ticket.Identity!.AddClaim(new Claim("email", mail.GetProperty("email").GetString()!));
                    ticket.Identity.AddClaim(new Claim("email_verified", "true"));
                }
            }
        };
    }

    private static void Configure(RemoteAuthenticationOptions options)
    {
        Tame(options.CorrelationCookie);
        options.Events.OnRemoteFailure = failure =>
        {
            // Most often somebody pressed "cancel" there.
            failure.Response.Redirect(Links.SignIn);
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static void Tame(CookieBuilder cookie)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task<JsonElement> AskAsync(OAuthCreatingTicketContext ticket, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket.AccessToken);
        request.Headers.UserAgent.ParseAdd("LlmGuide");
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        using var answer = await ticket.Backchannel.SendAsync(request, ticket.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ticket.HttpContext.RequestAborted);
    }
}
