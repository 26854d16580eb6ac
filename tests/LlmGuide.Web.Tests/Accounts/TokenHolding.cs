using System.Globalization;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Members;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

internal static class TokenHolding
{
    /// <summary>Makes a member, unless they are there, and a token of theirs.</summary>
    public static async Task<string> TokenAsync(this GuideHost host, string name, TokenScopes scopes, string called = "A test")
    {
        await host.SignInAsync(name);
        var day = TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var made = await host.Services.GetRequiredService<CreateAccessToken>().RunAsync(
            new Actor((await host.MemberAsync(name)).Id, name, Role.None), new AccessTokenDraft(called, scopes, day), GuideHost.Cancelled);
        Assert.Null(made.Refusal?.Why);
        return made.Value!;
    }
}
