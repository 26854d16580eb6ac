using System.Globalization;

namespace LlmGuide.Web.Settings;

/// <summary>How the program ends when it is asked to: it says that it is not ready, answers what it was asked before, and goes.</summary>
internal static class StopSettings
{
    public const string Key = "Site:DrainSeconds";
    private const int MaxDrain = 60;

    /// <summary>So long those in flight are waited for; a write that waits for others takes 15 seconds at most.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(30);

    /// <summary>
    /// When whoever does not end is ended. It has to be later than all else here:
    /// the parser of the command line knows two seconds by itself.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(MaxDrain) + InFlight + TimeSpan.FromSeconds(5);

    /// <exception cref="StartUpException">The setting is wrong.</exception>
    public static void AddStop(this WebApplicationBuilder builder)
    {
        var drain = Read(builder.Configuration);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = drain + InFlight);
        builder.Services.AddHostedService(services => new Drain(drain, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>What was set, from what it became.</summary>
    public static TimeSpan DrainOf(HostOptions host) => host.ShutdownTimeout - InFlight;

    private static TimeSpan Read(ConfigurationManager settings) =>
        settings[Key] is not { Length: > 0 } value ? TimeSpan.Zero
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxDrain
            ? TimeSpan.FromSeconds(seconds)
        : throw new StartUpException($"The setting {Key} is “{value}”; it must be a whole number of seconds from 0 to {MaxDrain}.");
}
