using LlmGuide.Core.Members;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Accounts.Tickets;

/// <summary>
/// The codes in the mails that open an account: a new password, another address. Whoever asks for one is waiting for it, so it is good
/// for an hour; what confirms a new account is good for a day. Each is bound to the security stamp, which changes when it is used.
/// </summary>
internal sealed class ShortLivedTokens(
    IDataProtectionProvider protection, IOptions<ShortLivedTokenOptions> options, ILogger<DataProtectorTokenProvider<Member>> log)
    : DataProtectorTokenProvider<Member>(protection, options, log)
{
    public const string Provider = "ShortLived";
}

internal sealed class ShortLivedTokenOptions : DataProtectionTokenProviderOptions
{
    public ShortLivedTokenOptions() => (Name, TokenLifespan) = (ShortLivedTokens.Provider, TimeSpan.FromHours(1));
}
