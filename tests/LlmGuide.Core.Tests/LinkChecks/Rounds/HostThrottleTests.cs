using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Tests.Databases;

using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.LinkChecks.Rounds;

/// <summary>How long hosts are left alone, on a clock that the tests move.</summary>
public sealed class HostThrottleTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_first_question_to_each_host_waits_for_nobody()
    {
        var pace = new HostThrottle(_clock, Usual);
        Assert.True(Asks(pace, "a.example").IsCompletedSuccessfully);
        Assert.True(Asks(pace, "b.example").IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_next_one_waits_for_the_usual_pause_and_at_most_half_as_long_again()
    {
        var pace = new HostThrottle(_clock, Usual);
        await Asks(pace, "a.example");
        var next = Asks(pace, "a.example");
        _clock.Advance(Usual - TimeSpan.FromMilliseconds(1));
        Assert.False(next.IsCompleted);
        _clock.Advance((Usual / 2) + TimeSpan.FromMilliseconds(1));
        await next.WaitAsync(TimeSpan.FromMinutes(1), GuideDatabase.Cancelled);
    }

    [Fact]
    public async Task A_host_that_wants_more_gets_more_and_one_that_wants_less_gets_the_usual()
    {
        var pace = new HostThrottle(_clock, Usual);
        await Asks(pace, "slow.example", TimeSpan.FromSeconds(60));
        await Asks(pace, "quick.example", TimeSpan.FromSeconds(1));
        var (slow, quick) = (Asks(pace, "slow.example"), Asks(pace, "quick.example"));
        _clock.Advance(Usual - TimeSpan.FromMilliseconds(1));
        Assert.False(quick.IsCompleted);
        _clock.Advance(Usual);
        await quick.WaitAsync(TimeSpan.FromMinutes(1), GuideDatabase.Cancelled);
        Assert.False(slow.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(90));
        await slow.WaitAsync(TimeSpan.FromMinutes(1), GuideDatabase.Cancelled);
    }

    [Fact]
    public async Task Who_has_waited_long_enough_already_waits_no_more()
    {
        var pace = new HostThrottle(_clock, Usual);
        await Asks(pace, "a.example");
        _clock.Advance(Usual * 2);
        Assert.True(Asks(pace, "a.example").IsCompletedSuccessfully);
    }

    private static Task Asks(HostThrottle pace, string host, TimeSpan? wanted = null) =>
        pace.WaitAsync(host, wanted, GuideDatabase.Cancelled);
}
