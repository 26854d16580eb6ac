using System.Data.Common;
using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Accounts;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts;

/// <summary>
/// Sessions live in the database, so that they can be listed and ended, and so that a role that was taken away, a suspension or a
/// new password counts from the next request on.
/// </summary>
internal sealed partial class SessionTickets(Sessions sessions, IOptions<IdentityOptions> identity, TimeProvider clock, ILogger<SessionTickets> log) : ITicketStore
{
    /// <summary>A session ends when it was not used for so long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private string StampClaim => identity.Value.ClaimsIdentity.SecurityStampClaimType;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, null, CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext? httpContext, CancellationToken cancellationToken) => sessions.StartAsync(
        int.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture),
        ticket.Principal.FindFirstValue(StampClaim) ?? "",
        ExpiryOf(ticket),
        ticket.Properties.IsPersistent,
        httpContext?.Request.Headers.UserAgent.ToString() ?? "",
        cancellationToken);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        sessions.ProlongAsync(key, ticket.Principal.FindFirstValue(StampClaim) ?? "", ExpiryOf(ticket), ticket.Properties.IsPersistent, cancellationToken);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, cancellationToken) is not { } found)
        {
            return null;
        }

        if (sessions.IsStale(found))
        {
            await TouchAsync(found, cancellationToken);
        }

        return new AuthenticationTicket(PrincipalOf(found), Properties(found), IdentityConstants.ApplicationScheme);
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(key, cancellationToken);

    private async Task TouchAsync(SignedIn session, CancellationToken cancellationToken)
    {
        try
        {
            await sessions.TouchAsync(session.SessionId, cancellationToken);
        }
        catch (DbException refused)
        {
            // A database that cannot be written must still be read.
            LogNotTouched(log, refused);
        }
    }

    private ClaimsPrincipal PrincipalOf(SignedIn session)
    {
        var claims = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        claims.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.MemberId.ToString(CultureInfo.InvariantCulture)));
        claims.AddClaim(new Claim(ClaimTypes.Name, session.Name));
        claims.AddClaim(new Claim(StampClaim, session.Stamp));
        claims.AddClaim(new Claim(GuideClaims.Roles, ((int)session.Roles).ToString(CultureInfo.InvariantCulture)));
        claims.AddClaim(new Claim(GuideClaims.Session, session.SessionId.ToString(CultureInfo.InvariantCulture)));
        if (session.SuspendedUntil > clock.GetUtcNow())
        {
            claims.AddClaim(new Claim(GuideClaims.Suspended, ""));
        }

        return new ClaimsPrincipal(claims);
    }

    private static AuthenticationProperties Properties(SignedIn session) => new()
    {
        IsPersistent = session.Persistent,
        ExpiresUtc = session.ExpiresAt,
        IssuedUtc = session.ExpiresAt - Lifetime,
    };

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? (clock.GetUtcNow() + Lifetime);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last use of a session could not be written down.")]
    private static partial void LogNotTouched(ILogger logger, Exception exception);
}
