using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>What stands in the database of a site.</summary>
internal static class AskedHost
{
    public static async Task<T> AskAsync<T>(this GuideHost host, Func<GuideDb, Task<T>> question)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync(GuideHost.Cancelled);
        return await question(db);
    }

    public static Task<Member> MemberAsync(this GuideHost host, string name) =>
        host.AskAsync(db => db.Members.AsNoTracking().SingleAsync(m => m.UserName == name, GuideHost.Cancelled));
}
