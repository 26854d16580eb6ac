using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Settings;

/// <summary>
/// Goes on listening for a while after the program was asked to end (setting <c>Site:DrainSeconds</c>): whoever shares requests out among
/// several nodes sees by then that this one is not ready any more (<see cref="StoppingCheck"/>), and sends it none that would be refused.
/// </summary>
internal sealed class Drain(IOptions<SiteOptions> site, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>The server stops listening after this.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        site.Value.DrainSeconds > 0
            ? Task.Delay(TimeSpan.FromSeconds(site.Value.DrainSeconds), clock, cancellationToken)
            : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
