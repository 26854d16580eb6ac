using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Members;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>What the guide knows of who is signed in, besides the framework's own claims.</summary>
internal static class GuideClaims
{
    public const string Roles = "guide:roles";
    public const string Suspended = "guide:suspended";
    public const string Session = "guide:session";

    /// <summary>What a program may do with the token that it has sent.</summary>
    public const string Scopes = "guide:scopes";

    /// <param name="actor">Who it is, as they are now.</param>
    /// <param name="scheme">How they showed it.</param>
    public static ClaimsIdentity Of(Actor actor, string scheme)
    {
        var claims = new ClaimsIdentity(scheme);
        claims.AddClaim(new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString(CultureInfo.InvariantCulture)));
        claims.AddClaim(new Claim(ClaimTypes.Name, actor.Name));
        claims.AddClaim(new Claim(Roles, ((int)actor.Roles).ToString(CultureInfo.InvariantCulture)));
        if (actor.Suspended)
        {
            claims.AddClaim(new Claim(Suspended, ""));
        }

        return claims;
    }
}
