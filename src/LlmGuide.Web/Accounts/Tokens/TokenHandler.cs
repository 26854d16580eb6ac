using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;

using LlmGuide.Core;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Web.Accounts.Tickets;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Accounts.Tokens;

/// <summary>Reads the token of a request, and says to who has none, or the wrong one, what is the matter (RFC 6750, RFC 9457).</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AccessTokens tokens, Bookkeeping books, SecurityLog security)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";
    private const string Realm = "Bearer realm=\"LlmGuide\"";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization;
        if (sent.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (sent is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Send one token, as Authorization: Bearer TOKEN.");
        }

        if (!(await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted)).TryGet(out var holder, out var refusal))
        {
            security.Write(SecurityEvent.TokenRefused, where: $"{Context.Connection.RemoteIpAddress}");
            return AuthenticateResult.Fail(refusal.Why);
        }

        if (holder.IsStale)
        {
            await books.TryAsync(stopped => tokens.TouchAsync(holder.TokenId, stopped));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(holder), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var why = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message;
        Response.Headers.WWWAuthenticate = why is null ? Realm : $"{Realm}, error=\"invalid_token\", error_description=\"{why}\"";
        await SayAsync(
            StatusCodes.Status401Unauthorized, "A token is needed",
            why ?? $"Send a token, as Authorization: Bearer TOKEN. Members make one at {Links.Tokens}.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = TokenAccess.AskedBy(Context)!.Scope.ToSlug();
        Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"";
        return SayAsync(
            StatusCodes.Status403Forbidden, "This token is for something else",
            $"The token has no scope “{scope}”. Make one that has, at {Links.Tokens}.");
    }

    private ClaimsPrincipal PrincipalOf(TokenHolder holder)
    {
        var claims = GuideClaims.Of(holder.Actor, Scheme.Name);
        claims.AddClaim(new Claim(GuideClaims.Scopes, ((int)holder.Scopes).ToString(CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(claims);
    }

    private Task SayAsync(int status, string title, string why)
    {
        Response.Headers[HeaderNames.Vary] = HeaderNames.Authorization;
        return Results.Problem(why, statusCode: status, title: title).ExecuteAsync(Context);
    }
}
