using LlmGuide.Core.Accounts;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Web.Accounts;

/// <summary>Who members are, how they sign in, and what each of them may do.</summary>
public static class AccountsExtensions
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Member>(options =>
        {
            options.User.AllowedUserNameCharacters = MemberName.AllowedCharacters;
            options.User.RequireUniqueEmail = true;
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            // Length is what counts (NIST SP 800-63B-4, 3.1.1.2): no rules about kinds of characters.
            options.Password.RequiredLength = 10;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        }).AddMemberStores().AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionTickets>((cookie, sessions) =>
        {
            cookie.SessionStore = sessions;
            cookie.ExpireTimeSpan = SessionTickets.Lifetime;
            cookie.SlidingExpiration = true;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

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
            foreach (var act in Enum.GetValues<Act>())
            {
                options.AddPolicy(act.ToString(), policy => policy.RequireAssertion(context => context.User.Actor()?.May(act) is true));
            }
        });
        services.AddCascadingAuthenticationState();
        return builder;
    }
}
