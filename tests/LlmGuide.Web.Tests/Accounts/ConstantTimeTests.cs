using System.Collections.Concurrent;

using LlmGuide.Web.Accounts;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>How long an answer takes does not tell whether there is an account.</summary>
public sealed class ConstantTimeTests
{
    [Fact]
    public async Task An_answer_waits_for_its_moment_however_quick_the_work_was()
    {
        var clock = new FakeTimeProvider();
        var answering = ConstantTime.OfAsync(() => Task.FromResult(1), clock, GuideHost.Cancelled);
        clock.Advance(ConstantTime.Least - TimeSpan.FromMilliseconds(1));
        Assert.False(answering.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await answering);
    }

    [Theory]
    [InlineData("sign-in", "sign-in", "Who")]
    [InlineData("register", "register", "Mail")]
    [InlineData("forgotten", "forgotten", "Mail")]
    public async Task Every_form_that_could_tell_waits_for_the_same_moment_in_both_cases(string page, string form, string field)
    {
        var clock = new WaitsCounted();
        await using var host = await GuideHost.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)), "--Database:SeedOnStart=false",
            "--RateLimits:Enabled=false", "--Smtp:Host=mail.example.org", "--Smtp:From=guide@example.org");
        await host.SignInAsync("ada");
        foreach (var mail in (string[])["ada@example.org", "nobody@example.org"])
        {
            using var browser = new Browser(host);
            await browser.OpenAsync($"/account/{page}");
            clock.Waits.Clear();
            (string, string)[] filledIn = [($"Draft.{field}", mail), ("Draft.Password", "not the right one"), ("Draft.Name", "somebody")];
            await browser.SendAsync(form, [.. filledIn.Where(given => browser.Page.QuerySelector($"[name='{given.Item1}']") is not null)]);
            Assert.Contains(ConstantTime.Least, clock.Waits);
        }
    }

    /// <summary>The clock of the system, which remembers for how long it was asked to wait.</summary>
    private sealed class WaitsCounted : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waits { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
