using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Accounts;

/// <summary>Where ASP.NET Core Identity keeps its members: in the guide's own database.</summary>
public static class MemberStores
{
    public static IdentityBuilder AddMemberStores(this IdentityBuilder identity)
    {
        identity.Services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContext());
        identity.Services.AddScoped<IUserStore<Member>, UserOnlyStore<Member, GuideDb, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>>();
        return identity;
    }
}
