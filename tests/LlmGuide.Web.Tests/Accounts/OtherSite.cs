using System.Collections.Concurrent;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>
/// A site that knows somebody: an OpenID Connect provider and GitHub's addresses, on loopback. Who comes is signed in there already.
/// </summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> _asked = new();
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key;

    private OtherSite(WebApplication app)
    {
        _app = app;
        _key = new RsaSecurityKey(_rsa) { KeyId = "one" };
    }

    /// <summary>Who is signed in there.</summary>
    public string Subject { get; set; } = "4711";

    public string? Mail { get; set; } = "ada@example.org";

    public bool MailVerified { get; set; } = true;

    /// <summary>Whether its tokens are signed with the key that it shows.</summary>
    public bool Honest { get; set; } = true;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new OtherSite(app);
        site.MapOpenIdConnect();
        site.MapGitHub();
        await app.StartAsync(GuideHost.Cancelled);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private void MapOpenIdConnect()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["userinfo_endpoint"] = $"{Address}/userinfo",
            ["jwks_uri"] = $"{Address}/jwks",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        _app.MapGet("/jwks", () => new { keys = new[] { PublicKey() } });
        _app.MapGet("/authorize", Allow);
        _app.MapPost("/token", (HttpRequest request) => TokenAsync(
            request, (asked, _) => new { access_token = "access", token_type = "Bearer", expires_in = 300, id_token = IdToken(asked) }));
        _app.MapGet("/userinfo", () => new { sub = Subject, email = Mail, email_verified = MailVerified });
    }

    private void MapGitHub()
    {
        _app.MapGet("/login/oauth/authorize", Allow);
        _app.MapPost("/login/oauth/access_token", (HttpRequest request) => TokenAsync(
            request, (_, _) => new { access_token = "access", token_type = "bearer", scope = "user:email" }));
        _app.MapGet("/user", () => new { id = int.Parse(Subject, System.Globalization.CultureInfo.InvariantCulture), login = "ada-there" });
        _app.MapGet("/user/emails", () => Mail is null ? [] : new[]
        {
            new { email = "old@example.org", primary = false, verified = true },
            new { email = Mail, primary = true, verified = MailVerified },
        });
    }

    private IResult Allow(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        _asked[code] = request.Query;
        return Results.Redirect(QueryHelpers.AddQueryString(
            request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
    }

    /// <summary>A code is good once, for who names the same address again and can show what the challenge was made of (RFC 7636).</summary>
    private async Task<IResult> TokenAsync(HttpRequest request, Func<IQueryCollection, IFormCollection, object> answer)
    {
        var form = await request.ReadFormAsync(GuideHost.Cancelled);
        return _asked.TryRemove(form["code"].ToString(), out var asked)
            && form["client_secret"] == "secret"
            && form["redirect_uri"] == asked["redirect_uri"]
            && Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))
                == asked["code_challenge"]
            ? Results.Json(answer(asked, form))
            : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string IdToken(IQueryCollection asked)
    {
        using var another = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = asked["client_id"],
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = asked["nonce"].ToString() },
            SigningCredentials = new SigningCredentials(
                Honest ? _key : new RsaSecurityKey(another) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private Dictionary<string, string> PublicKey()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "one",
            ["n"] = Base64UrlEncoder.Encode(parts.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parts.Exponent),
        };
    }
}
