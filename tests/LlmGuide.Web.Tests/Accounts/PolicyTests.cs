using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Tickets;

using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The policy of every act, asked for every role, for nobody, and for somebody who is suspended.</summary>
public sealed class PolicyTests(SeededSite site) : IClassFixture<SeededSite>
{
    public static readonly TheoryData<Permission> Acts = [.. Enum.GetValues<Permission>()];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task A_policy_allows_what_the_permissions_allow(Permission act)
    {
        foreach (var roles in Enumerable.Range(0, 8).Select(flags => (Role)flags))
        {
            Assert.Equal(new Actor(1, "ada", roles).May(act), await MayAsync(Visitor(roles), act));
            Assert.False(await MayAsync(Visitor(roles, suspended: true), act));
        }

        Assert.False(await MayAsync(new ClaimsPrincipal(new ClaimsIdentity()), act));
    }

    private async Task<bool> MayAsync(ClaimsPrincipal visitor, Permission act) =>
        (await site.Host.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(visitor, null, act.ToString())).Succeeded;

    private static ClaimsPrincipal Visitor(Role roles, bool suspended = false)
    {
        var claims = new ClaimsIdentity("test");
        claims.AddClaim(new Claim(ClaimTypes.NameIdentifier, "1"));
        claims.AddClaim(new Claim(ClaimTypes.Name, "ada"));
        claims.AddClaim(new Claim(GuideClaims.Roles, ((int)roles).ToString(CultureInfo.InvariantCulture)));
        if (suspended)
        {
            claims.AddClaim(new Claim(GuideClaims.Suspended, ""));
        }

        return new ClaimsPrincipal(claims);
    }
}
