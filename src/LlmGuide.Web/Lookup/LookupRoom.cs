using System.Net;

using LlmGuide.Core.Lookup;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Lookup;

/// <summary>What asking servers elsewhere needs.</summary>
internal static class LookupRoom
{
    public static IServiceCollection AddLookup(this IServiceCollection services) => services
        .AddSection<FactSources>(WebClientOptions.Section)
        .AddSection<WebClientOptions>(WebClientOptions.Section)
        .AddSingleton<HostLookup>(Dns.GetHostAddressesAsync)
        .AddSingleton<GuideAgent>()
        .AddSingleton<GuardedConnection>()
        .AddSingleton<IWebClient, PublicWebClient>();
}
