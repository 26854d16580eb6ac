using LlmGuide.Web.Settings.Backups;
using LlmGuide.Web.Settings.Health;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Settings;

public sealed class PeriodicBackupsTests : IDisposable
{
    private readonly Checkout _checkout = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task One_is_made_when_it_is_time_and_the_oldest_goes_when_there_are_too_many()
    {
        await using var app = await BuildAsync("--Backup:Hours=6", "--Backup:Keep=2");
        var (backups, folder) = (app.Services.GetRequiredService<PeriodicBackups>(), app.Services.GetRequiredService<BackupFolder>());
        Directory.CreateDirectory(folder.Path!);
        var mine = Path.Combine(folder.Path!, "llmguide-mine.zip");
        await File.WriteAllTextAsync(mine, "kept by hand", GuideHost.Cancelled);

        var times = new List<DateTimeOffset>();
        for (var round = 0; round < 3; round++)
        {
            times.Add(_clock.GetUtcNow());
            await backups.RunAsync(GuideHost.Cancelled);

            // Not yet.
            _clock.Advance(TimeSpan.FromHours(5));
            await backups.RunAsync(GuideHost.Cancelled);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([times[2], times[1]], folder.List().Select(kept => kept.At));
        Assert.All(folder.List(), kept => Assert.True(kept.Bytes > 10_000));
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task While_another_process_makes_one_in_the_same_folder_this_one_does_not_and_health_says_that_it_is_late()
    {
        await using var app = await BuildAsync();
        var (backups, folder) = (app.Services.GetRequiredService<PeriodicBackups>(), app.Services.GetRequiredService<BackupFolder>());
        await using (folder.TryTake())
        {
            await backups.RunAsync(GuideHost.Cancelled);
            Assert.Empty(folder.List());
        }

        var health = app.Services.GetRequiredService<HealthReportQuery>();
        Assert.True((await health.TakeAsync(GuideHost.Cancelled)).Backups!.IsLate);
        await backups.RunAsync(GuideHost.Cancelled);
        Assert.False((await health.TakeAsync(GuideHost.Cancelled)).Backups!.IsLate);
        _clock.Advance(TimeSpan.FromHours(49));
        Assert.True((await health.TakeAsync(GuideHost.Cancelled)).Backups!.IsLate);
    }

    public void Dispose() => _checkout.Dispose();

    private async Task<WebApplication> BuildAsync(params string[] settings)
    {
        await _checkout.MigratedAsync();
        return GuideSite.Build(
            ["--contentRoot", GuideHost.WebProject, "--applicationName", "LlmGuide.Web", _checkout.Connection("Pooling=false"),
                $"--Backup:Folder={_checkout.PathOf("backups")}", "--Logging:LogLevel:Default=Warning", .. settings],
            services => services.AddSingleton<TimeProvider>(_clock));
    }
}
