using LlmGuide.Core;
using LlmGuide.Web.Shared.Markdown;

namespace LlmGuide.Web.Tests.Shared.Markdown;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Work_that_does_not_end_is_given_up()
    {
        using var slots = new SemaphoreSlim(1);
        using var end = new ManualResetEventSlim();

        var refusal = Assert.Throws<MarkdownException>(() => TimeLimit.Run(() => WaitFor(end), Short, slots));

        Assert.Equal("The text takes too long to prepare: make it shorter or simpler.", refusal.Message);
        end.Set();
    }

    [Fact]
    public void Work_that_was_given_up_keeps_its_slot_until_it_ends()
    {
        using var slots = new SemaphoreSlim(1);
        using var end = new ManualResetEventSlim();
        Assert.Throws<MarkdownException>(() => TimeLimit.Run(() => WaitFor(end), Short, slots));

        var refusal = Assert.Throws<MarkdownException>(() => TimeLimit.Run(() => 1, Short, slots));
        Assert.Equal("Many texts are being prepared at the moment. Try again in a few seconds.", refusal.Message);

        end.Set();
        Assert.Equal(1, TimeLimit.Run(() => 1, TimeSpan.FromSeconds(10), slots));
    }

    [Fact]
    public void What_the_work_throws_comes_through()
    {
        using var slots = new SemaphoreSlim(1);

        Assert.Throws<FormatException>(() => TimeLimit.Run<int>(() => throw new FormatException(), TimeSpan.FromSeconds(10), slots));
    }

    private static bool WaitFor(ManualResetEventSlim end)
    {
        end.Wait(TestContext.Current.CancellationToken);
        return true;
    }
}
