using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Members;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

internal static class Disabling
{
    public static async Task DisableAsync(this IServiceProvider services, string name) =>
        Assert.Null((await services.GetRequiredService<DisableMember>()
            .RunAsync(name, disabled: true, "", Actor.Operator, GuideHost.Cancelled)).Refusal);
}
