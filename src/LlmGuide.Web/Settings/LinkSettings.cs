using System.Globalization;
using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Web.Lookup;
using LlmGuide.Web.Shared.Jobs;

namespace LlmGuide.Web.Settings;

/// <summary>Reads how links are looked at, and whom else the guide asks, once, at start-up.</summary>
internal static class LinkSettings
{
    private const int MostHours = 24 * 365;
    private const int LongestPause = 60;
    private const int MostHosts = 64;

    /// <exception cref="StartUpException">A number is none or out of its range, or an address is none.</exception>
    public static void AddLinks(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var (usual, services) = (new LinkCheckOptions(), new FactSources());
        builder.Services
            .AddSingleton(new LinkCheckOptions
            {
                RoundHours = Number(settings, $"{LinkCheckOptions.Section}:{nameof(usual.RoundHours)}", usual.RoundHours, 0, MostHours),
                HostSeconds = Number(
                    settings, $"{LinkCheckOptions.Section}:{nameof(usual.HostSeconds)}", usual.HostSeconds, 0, LongestPause),
                Parallel = Number(settings, $"{LinkCheckOptions.Section}:{nameof(usual.Parallel)}", usual.Parallel, 1, MostHosts),
            })
            .AddSingleton(new FactSources
            {
                Arxiv = Address(settings, nameof(services.Arxiv), services.Arxiv),
                Crossref = Address(settings, nameof(services.Crossref), services.Crossref),
                YouTube = Address(settings, nameof(services.YouTube), services.YouTube),
                Wayback = Address(settings, nameof(services.Wayback), services.Wayback),
            })
            .AddSingleton(new WebClientOptions
            {
                AllowLoopback = settings[$"{WebClientOptions.Section}:{nameof(WebClientOptions.AllowLoopback)}"] is "true" or "True",
            })
            .AddSingleton<HostLookup>(Dns.GetHostAddressesAsync)
            .AddSingleton<GuideAgent>()
            .AddSingleton<GuardedConnection>()
            .AddSingleton<IWebClient, PublicWebClient>()
            .AddJob<RunLinkChecks>(
                "Checking links", TimeSpan.FromMinutes(1), (links, cancellationToken) => links.RunDueAsync(cancellationToken),
                signal: given => given.GetRequiredService<Signal<LinkCheckRun>>());
    }

    private static int Number(ConfigurationManager settings, string key, int fallback, int min, int max) =>
        settings[key] is not { Length: > 0 } value ? fallback
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw new StartUpException(
            string.Create(CultureInfo.InvariantCulture, $"The setting {key} is “{value}”; it must be a whole number from {min} to {max}."));

    private static string Address(ConfigurationManager settings, string name, string fallback)
    {
        var key = $"{WebClientOptions.Section}:{name}";
        return settings[key] is not { Length: > 0 } value ? fallback
            : Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
                ? value.TrimEnd('/')
            : throw new StartUpException($"The setting {key} is “{value}”; it must be a whole address such as {fallback}.");
    }
}
