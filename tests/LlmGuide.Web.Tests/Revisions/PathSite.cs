using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>A seeded site of a test's own, with browsers of those who look after its path.</summary>
internal sealed class PathSite(GuideHost host) : IAsyncDisposable
{
    public GuideHost Host => host;

    public static async Task<PathSite> StartAsync() => new(await GuideHost.StartAsync("--RateLimits:Enabled=false"));

    public async Task<Browser> BrowserAsync(string name = "ada", Role roles = Role.Curator) =>
        new(host, await host.SignInAsync(name, roles));

    /// <summary>Sends the form of a topic with something else in it.</summary>
    public static async Task<Browser> EditAsync(Browser browser, string slug, params (string Name, string Value)[] fields)
    {
        await browser.OpenAsync($"/curate/topics/{slug}");
        return await browser.SendRowsAsync("topic", [("do", "save"), .. fields]);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
