using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Core.Members;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>Somebody who may only read is told so, wherever they are.</summary>
public sealed class SuspensionNoteTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/topics/transformer")]
    [InlineData("/account")]
    public async Task Every_page_says_until_when_why_and_what_to_do(string path)
    {
        var (member, moderator) = (await court.MemberAsync(), await court.MemberAsync(Role.Moderator));
        Assert.DoesNotContain("You can read, but not write", await court.TextAsync(member, path));
        var until = TimeProvider.System.GetUtcNow().AddDays(3);
        var done = await court.Host.Services.GetRequiredService<SuspendMember>()
            .RunAsync(moderator.Actor, member.Actor.Name, until, "Three insults.", GuideHost.Cancelled);
        Assert.Null(done.Refusal);

        var page = await court.TextAsync(member, path);
        Assert.Matches($"until\\s+<time datetime=\"{until.UtcDateTime:yyyy-MM-dd}\">", page);
        Assert.Contains("A moderator suspended your account: Three insults.", page);
        Assert.Contains("If you think that this is wrong", page);
        Assert.DoesNotContain("Three insults.", await court.TextAsync(moderator, path));
    }
}
