using System.Globalization;
using System.Net;

using LlmGuide.Web.Settings;
using LlmGuide.Web.Shared;

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>What becomes of those who are being answered when the program is asked to end.</summary>
public sealed class StopTests : IDisposable
{
    private const int Writers = 4;

    /// <summary>Longer than the parser of the command line, left to itself, lets anybody finish.</summary>
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(3);

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Whoever_waits_for_an_answer_gets_it_before_the_program_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await _checkout.SeededAsync();
        await using var program = _checkout.Serve("--RateLimits:Enabled=false", _checkout.Connection("Default Timeout=60"));
        var address = await program.AddressAsync();
        var writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(
            number => Writer.RegisterAsync(address, string.Create(CultureInfo.InvariantCulture, $"writer{number}"), "/topics/one")));

        await using var other = new SqliteConnection($"Data Source={_checkout.Database};Pooling=False");
        await other.OpenAsync(GuideHost.Cancelled);
        await using var lockOfOther = await other.BeginTransactionAsync(GuideHost.Cancelled);
        var answers = await Task.WhenAll(writers.Select(writer => writer.BeginToPostAsync($"{writer.Name} was in time.")));
        var ending = program.StopAsync();

        // While it waits, it does not end.
        await Assert.ThrowsAsync<TimeoutException>(() => ending.WaitAsync(Locked, GuideHost.Cancelled));
        await lockOfOther.RollbackAsync(GuideHost.Cancelled);
        foreach (var answer in await Task.WhenAll(answers))
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            answer.Dispose();
        }

        (await ending).Succeeds();
        Assert.Equal(Writers, _checkout.Sql("SELECT COUNT(*) FROM Comments WHERE Body_Markdown LIKE '% was in time.'"));
        Array.ForEach(writers, writer => writer.Dispose());
    }

    [Fact]
    public async Task Whoever_was_asked_to_end_is_not_ready_any_more_and_still_answers()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        using var ready = await host.GetAsync("/health/ready");
        using var page = await host.GetAsync("/about");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, page.StatusCode));
    }

    [Fact]
    public async Task Listening_goes_on_for_as_long_as_the_setting_says()
    {
        var clock = new FakeTimeProvider();
        var waited = new Drain(Options.Create(new SiteOptions { DrainSeconds = 10 }), clock).StoppingAsync(GuideHost.Cancelled);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(waited.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await waited;
    }

    public void Dispose() => _checkout.Dispose();
}
