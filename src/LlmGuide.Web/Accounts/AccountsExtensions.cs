using LlmGuide.Core.Accounts;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Administration;
using LlmGuide.Web.Accounts.Tickets;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts;

/// <summary>Who members are, how they sign in, and what each of them may do.</summary>
public static class AccountsExtensions
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var mailIsSent = builder.Configuration["Smtp:Host"] is { Length: > 0 };
        services.AddIdentityCore<Member>(options =>
        {
            options.User.AllowedUserNameCharacters = MemberName.AllowedCharacters;

            // An account may be without an address; that no two have the same one is a rule of ours and of the database.
            options.User.RequireUniqueEmail = false;
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            // Length is what counts (NIST SP 800-63B-4, 3.1.1.2): no rules about kinds of characters.
            options.Password.RequiredLength = 10;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.SignIn.RequireConfirmedEmail = mailIsSent;
            options.Tokens.EmailConfirmationTokenProvider = MailCodes.Provider;
            options.Tokens.PasswordResetTokenProvider = MailCodes.Provider;
            options.Tokens.ChangeEmailTokenProvider = MailCodes.Provider;
        }).AddMemberStores().AddSignInManager<MemberSignIn>().AddDefaultTokenProviders()
            .AddTokenProvider<MailCodes>(MailCodes.Provider);
        services.AddScoped(provider => (MemberSignIn)provider.GetRequiredService<SignInManager<Member>>());
        services.AddSingleton<PasskeyHost>().AddSingleton<MailLinks>().AddSingleton<SetupLink>()
            .Configure<AccountOptions>(options => options.MailIsSent = mailIsSent);
        services.AddHttpContextAccessor();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((passkeys, site) =>
            passkeys.ServerDomain = Uri.TryCreate(site.Value.PublicUrl, UriKind.Absolute, out var known) ? known.Host : null);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddTokens();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionTickets>((cookie, sessions) =>
            {
                cookie.SessionStore = sessions;
                cookie.ExpireTimeSpan = SessionTickets.Lifetime;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = Links.SignIn;
                cookie.ReturnUrlParameter = "back";
                cookie.ForwardDefaultSelector = TokenAccess.SchemeOf;
                cookie.Events.OnRedirectToLogin = ClosedPages.SignInFirstAsync;
                cookie.Events.OnRedirectToAccessDenied = ClosedPages.DenyAsync;

                // The session is compared with the member's security stamp on every request already.
                cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
            });
        services.AddSingleton<SessionTickets>();

        // It would warn at the first start that the keys are not encrypted: they are as safe as the database that they protect.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddDataProtection().SetApplicationName("LlmGuide");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, keys) => options.XmlRepository = new ProtectionKeys(keys));
        services.AddAuthorization(options =>
        {
            options.AddPolicy(TokenAccess.Policy, policy => policy.RequireAssertion(TokenAccess.IsGranted));
            foreach (var act in Enum.GetValues<Permission>())
            {
                options.AddPolicy(act.ToString(), policy => policy.RequireAssertion(context => context.User.Actor()?.May(act) is true));
            }
        });
        services.AddCascadingAuthenticationState();
        services.AddSiteCookies();
        return builder;
    }
}
