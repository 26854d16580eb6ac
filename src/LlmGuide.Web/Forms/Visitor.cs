using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Tickets;

namespace LlmGuide.Web.Forms;

/// <summary>Who is looking at a page.</summary>
public static class Visitor
{
    /// <returns>The member who is signed in, or <c>null</c>.</returns>
    public static Actor? Actor(this HttpContext http) => http.User.Actor();

    /// <returns>The member who is signed in, or <c>null</c>.</returns>
    public static Actor? Actor(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } name }
        && Number(user, ClaimTypes.NameIdentifier) is { } id
        && Number(user, GuideClaims.Roles) is { } roles
            ? new Actor(id, name, (Role)roles, user.HasClaim(claim => claim.Type == GuideClaims.Suspended))
            : null;

    /// <returns>The session of this browser, or <c>null</c>.</returns>
    public static int? SessionId(this ClaimsPrincipal user) => Number(user, GuideClaims.Session);

    private static int? Number(ClaimsPrincipal user, string type) =>
        int.TryParse(user.FindFirstValue(type), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
