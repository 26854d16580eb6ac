using System.Threading.Channels;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Shell;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Web.Tests.Shared;

public sealed class PeriodicJobTests : IAsyncLifetime
{
    private const string Name = "Counting sheep";

    private readonly Channel<bool> _begun = Channel.CreateUnbounded<bool>();
    private readonly Signal _signal = new();
    private readonly LogLines _log = new();
    private GuideHost _host = null!;
    private bool _works;

    public async ValueTask InitializeAsync() => _host = await GuideHost.StartAsync(services => services
        .AddSingleton<ILoggerProvider>(_log)
        .AddJob<PeriodicJobTests>(Name, TimeSpan.FromDays(1), (_, _) => RunAsync(), signal: _ => _signal).AddSingleton(this));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task A_fault_is_logged_once_until_a_round_works()
    {
        await RoundAsync(works: false);
        await RoundAsync(works: false);
        await RoundAsync(works: true);
        await RoundAsync(works: false);
        await RoundAsync(works: false);

        // Whoever begins the next round has ended the one before.
        await RoundAsync(works: true);
        Assert.Equal(2, _log.All.Count(line => line.Words.StartsWith(Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_job_that_fails_goes_on_and_administrators_see_why()
    {
        await RoundAsync(works: false);
        await RoundAsync(works: false);
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await root.OpenAsync("/admin/health");
        Assert.Contains($"{Name}: One got away.", root.Text, StringComparison.Ordinal);
    }

    private async Task RoundAsync(bool works)
    {
        Volatile.Write(ref _works, works);
        _signal.Ring();
        await _begun.Reader.ReadAsync(GuideHost.Cancelled);
    }

    private Task RunAsync()
    {
        var works = Volatile.Read(ref _works);
        _begun.Writer.TryWrite(true);
        return works ? Task.CompletedTask : throw new InvalidOperationException("One got away.");
    }
}
