using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Accounts;

/// <summary>Where ASP.NET Core Identity keeps its members: in the guide's own database.</summary>
public static class MemberStores
{
    public static IdentityBuilder AddMemberStores(this IdentityBuilder identity)
    {
        identity.Services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContext());
        identity.Services.AddScoped(provider => Over(provider.GetRequiredService<GuideDb>()));
        identity.Services.AddSingleton<MemberPasswordHasher>();
        identity.Services.AddSingleton<IPasswordHasher<Member>>(provider => provider.GetRequiredService<MemberPasswordHasher>());
        return identity;
    }

    /// <summary>The members as one context sees them, and so within its transaction.</summary>
    internal static IUserStore<Member> Over(GuideDb db) => new MemberStore(db);
}
