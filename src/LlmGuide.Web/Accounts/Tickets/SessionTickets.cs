using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>
/// Sessions live in the database, so that they can be listed and ended, and so that a role that was taken away, a suspension or a
/// new password counts from the next request on.
/// </summary>
internal sealed class SessionTickets(
    Sessions sessions, IOptions<IdentityOptions> identity, DatabaseOutage outage, Bookkeeping books, TimeProvider clock) : ITicketStore
{
    /// <summary>A session ends when it was not used for so long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private string StampClaim => identity.Value.ClaimsIdentity.SecurityStampClaimType;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, null, CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext? httpContext, CancellationToken cancellationToken) =>
        sessions.StartAsync(
            int.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture),
            ticket.Principal.FindFirstValue(StampClaim) ?? "",
            ExpiryOf(ticket),
            ticket.Properties.IsPersistent,
            httpContext?.Request.Headers.UserAgent.ToString() ?? "",
            cancellationToken);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    /// <summary>
    /// A session in use gets a later end on the way of whatever is asked. Whoever signs in anew, as after another password,
    /// has a claim to it.
    /// </summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        ticket.Principal.SessionId() is null
            ? ProlongAsync(key, ticket, cancellationToken)
            : books.TryAsync(stopped => ProlongAsync(key, ticket, stopped));

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    /// <summary>Where everybody may read, a session that cannot be looked up is not known just now, and no error.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var mayBeUnknown = Reader.MayBeUnknown(httpContext);
        if (mayBeUnknown && outage.CannotBeRead)
        {
            return null;
        }

        try
        {
            return await RetrieveAsync(key, cancellationToken);
        }
        catch (Exception unknown) when (mayBeUnknown && outage.Note(unknown) is not null)
        {
            return null;
        }
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, cancellationToken) is not { } found)
        {
            return null;
        }

        if (sessions.IsStale(found))
        {
            await books.TryAsync(stopped => sessions.TouchAsync(found.SessionId, stopped));
        }

        return new AuthenticationTicket(PrincipalOf(found), Properties(found), IdentityConstants.ApplicationScheme);
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(key, cancellationToken);

    private Task ProlongAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        sessions.ProlongAsync(
            key, ticket.Principal.FindFirstValue(StampClaim) ?? "", ExpiryOf(ticket), ticket.Properties.IsPersistent, cancellationToken);

    private ClaimsPrincipal PrincipalOf(SignedIn session)
    {
        var actor = new Actor(session.MemberId, session.Name, session.Roles, session.SuspendedUntil > clock.GetUtcNow());
        var claims = GuideClaims.Of(actor, IdentityConstants.ApplicationScheme);
        claims.AddClaim(new Claim(StampClaim, session.Stamp));
        claims.AddClaim(new Claim(GuideClaims.Session, session.SessionId.ToString(CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(claims);
    }

    private static AuthenticationProperties Properties(SignedIn session) => new()
    {
        IsPersistent = session.Persistent,
        ExpiresUtc = session.ExpiresAt,
        IssuedUtc = session.ExpiresAt - Lifetime,
    };

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? (clock.GetUtcNow() + Lifetime);
}
