using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings;

/// <summary>How the program ends when it is asked to: it says that it is not ready, answers what it was asked before, and goes.</summary>
internal static class StopSettings
{
    /// <summary>So long those in flight are waited for; a write that waits for others takes 15 seconds at most.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(30);

    /// <summary>
    /// When whoever does not end is ended. It has to be later than all else here:
    /// the parser of the command line knows two seconds by itself.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(SiteOptions.MaxDrain) + InFlight + TimeSpan.FromSeconds(5);

    public static IServiceCollection AddStop(this IServiceCollection services)
    {
        // The host asks while it is being built, when nothing is checked yet.
        services.AddOptions<HostOptions>().Configure<SettingsSection<SiteOptions>>((host, section) =>
        {
            var site = new SiteOptions();
            section.Configure(site);
            host.ShutdownTimeout = TimeSpan.FromSeconds(site.DrainSeconds) + InFlight;
        });
        return services.AddHostedService<Drain>();
    }
}
