using System.Text.Encodings.Web;

using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.SignIn.External;

/// <summary>
/// Names the public address of this site as the one to come back to, rather than the host of the request: GitHub knows that one alone,
/// and wants to hear it again with the code (RFC 6749, 4.1.3).
/// </summary>
internal sealed class GitHubHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, SiteAddress site)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private string Callback => site.Of(Request, Options.CallbackPath);

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        base.BuildChallengeUrl(properties, Callback);

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, Callback));
}
