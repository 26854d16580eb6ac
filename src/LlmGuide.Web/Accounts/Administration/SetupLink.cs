using System.Security.Cryptography;

using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.DataProtection;

namespace LlmGuide.Web.Accounts.Administration;

/// <summary>
/// The link with which the first administrator is made. Its token is sealed with the keys that all nodes share, so every node knows
/// it; it works while there is no administrator, and so once.
/// </summary>
internal sealed class SetupLink(IDataProtectionProvider protection, FirstAdmin firstAdmin, MailLinks links, SecurityLog security)
{
    private const string Content = "setup";
    private readonly IDataProtector _seal = protection.CreateProtector("LlmGuide.Setup");

    /// <returns>The whole address, or <c>null</c> when there is an administrator.</returns>
    public async Task<string?> MakeAsync(CancellationToken cancellationToken) =>
        await firstAdmin.IsWantedAsync(cancellationToken) ? links.Of(Links.Setup, ("token", _seal.Protect(Content))) : null;

    public async Task<bool> IsOpenAsync(string? token, CancellationToken cancellationToken) =>
        IsOurs(token) && await firstAdmin.IsWantedAsync(cancellationToken);

    private bool IsOurs(string? token)
    {
        try
        {
            return token is { Length: > 0 } && _seal.Unprotect(token) == Content;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            security.Write(SecurityEvent.TokenRefused, where: Links.Setup);
            return false;
        }
    }
}
