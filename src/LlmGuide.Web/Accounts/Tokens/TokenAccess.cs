using System.Security.Claims;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Web.Accounts.Tickets;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Accounts.Tokens;

/// <summary>Opens addresses to the programs of members, by <c>Authorization: Bearer</c> (RFC 6750).</summary>
internal static class TokenAccess
{
    public const string Scheme = "Token";
    public const string Policy = "Token";

    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, TokenHandler>(Scheme, null);
        return services;
    }

    /// <summary>Lets in whoever sends a token with this scope. What is answered is for them alone, and never kept.</summary>
    public static TBuilder ForTokens<TBuilder>(this TBuilder endpoint, TokenScopes scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.With(new TokenAccessAttribute(scope))
            .WithMetadata(Problem(StatusCodes.Status401Unauthorized), Problem(StatusCodes.Status403Forbidden));

    /// <summary>
    /// Lets everybody in; <c>http.Actor()</c> is the member whose token was sent, and <c>null</c> without one. A token that is not known,
    /// has ended or lacks the scope is refused, so that nobody takes what everybody is told for their own.
    /// </summary>
    public static TBuilder ForTokensOrNobody<TBuilder>(this TBuilder endpoint, TokenScopes scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.With(new TokenAccessAttribute(scope) { Optional = true });

    /// <summary>Whether the token of a request is for something; not for who sent none.</summary>
    public static bool HasScope(this HttpContext http, TokenScopes scope) => http.User.ScopesOfToken().HasFlag(scope);

    /// <summary>What the request said that its token is for.</summary>
    public static TokenScopes ScopesOfToken(this ClaimsPrincipal user) =>
        Enum.TryParse<TokenScopes>(user.FindFirst(GuideClaims.Scopes)?.Value, out var scopes) ? scopes : TokenScopes.None;

    /// <summary>How somebody shows who they are at an address: by a token where it is made for that, and there by nothing else.</summary>
    public static string? SchemeOf(HttpContext http) => AskedBy(http) is null ? null : Scheme;

    public static TokenAccessAttribute? AskedBy(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<TokenAccessAttribute>();

    public static bool IsGranted(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && AskedBy(http) is { } asked
        && ((asked.Optional && http.Request.Headers.Authorization.Count == 0)
            || (context.User.Actor() is not null && context.User.ScopesOfToken().HasFlag(asked.Scope)));

    private static ProducesResponseTypeMetadata Problem(int status) =>
        new(status, typeof(ProblemDetails), ["application/problem+json"]);

    private static TBuilder With<TBuilder>(this TBuilder endpoint, TokenAccessAttribute access)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(Policy).WithMetadata(access, new PersonalPageAttribute());
}
