using System.Net;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>Members share what is kept of a conversation, and nothing that is one member's own.</summary>
public sealed class KeptThreadTests(ModerationFixture courtroom) : IClassFixture<ModerationFixture>
{
    private const string Topic = "/topics/tokenization";

    [Fact]
    public async Task A_member_sees_what_another_has_just_said_and_that_it_is_new()
    {
        var (ada, ben) = (await courtroom.MemberAsync(), await courtroom.MemberAsync());
        await courtroom.CommentAsync(ada, "tokenization", "Before the visit.");
        Assert.Contains("Before the visit.", await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
        var said = await courtroom.CommentAsync(ada, "tokenization", "After the visit.");

        Assert.Contains($"""<li class="c new" id="c{said}" """.TrimEnd(), await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
        Assert.Contains($"""<li class="c" id="c{said}" """.TrimEnd(), await courtroom.TextAsync(ada, Topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_shown_as_cast_to_who_cast_it()
    {
        var (ada, ben, jun) = (await courtroom.MemberAsync(), await courtroom.MemberAsync(), await courtroom.MemberAsync());
        var said = await courtroom.CommentAsync(ada, "tokenization", "Vote on this.");
        await courtroom.Host.Services.GetRequiredService<VoteOnComment>().RunAsync(ben.Actor, said, Ballot.For, GuideHost.Cancelled);

        var cast = $"""formaction="/c/{said}/vote/none" aria-pressed="true" """.TrimEnd();
        Assert.Contains(cast, await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
        Assert.DoesNotContain(cast, await courtroom.TextAsync(jun, Topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_moderator_is_read_by_its_author_alone()
    {
        var (ada, ben, moderator) = (
            await courtroom.MemberAsync(), await courtroom.MemberAsync(), await courtroom.MemberAsync(Role.Moderator));
        var said = await courtroom.CommentAsync(ada, "tokenization", "Look at https://example.org/held");
        Assert.Equal(CommentState.Held, await courtroom.StateOfAsync(said));

        Assert.Contains("example.org/held", await courtroom.TextAsync(ada, Topic), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/held", await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/held", await courtroom.TextAsync(moderator, Topic), StringComparison.Ordinal);
        using var anybody = await courtroom.Host.GetAsync(Topic);
        Assert.DoesNotContain("example.org/held", await anybody.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_member_is_offered_no_act_of_office()
    {
        var (ada, ben, moderator) = (
            await courtroom.MemberAsync(), await courtroom.MemberAsync(), await courtroom.MemberAsync(Role.Moderator));
        var said = await courtroom.CommentAsync(ada, "tokenization", "Nothing to see.");

        Assert.Contains($"/c/{said}/remove", await courtroom.TextAsync(moderator, Topic), StringComparison.Ordinal);
        Assert.DoesNotContain($"/c/{said}/remove", await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
        Assert.Contains($"/c/{said}/edit", await courtroom.TextAsync(ada, Topic), StringComparison.Ordinal);
        Assert.DoesNotContain($"/c/{said}/edit", await courtroom.TextAsync(ben, Topic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_saved_comes_back_with_its_text()
    {
        var ada = await courtroom.MemberAsync();
        var write = $"/write/{await courtroom.ConversationAsync("tokenization")}";
        using var preview = await courtroom.SendAsync(
            ada, write, write, "write", ("Draft.Text", "Is *this* right?"), ("Draft.Preview", "true"));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var shown = await preview.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.Contains("Is <em>this</em> right?", shown, StringComparison.Ordinal);

        using var trapped = await courtroom.SendAsync(
            ada, write, write, "write", ("Draft.Text", "Buy this."), ("website", "https://example.org"));
        Assert.Contains(
            "Your comment was not posted.", await trapped.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);

        using var signedOut = await courtroom.PostAsync("", write, ("_handler", "write"), ("Draft.Text", "I was away for a month."));
        var kept = WebUtility.HtmlDecode(await signedOut.Content.ReadAsStringAsync(GuideHost.Cancelled));
        Assert.Contains("You are signed out. Your text is still here", kept, StringComparison.Ordinal);
        Assert.Contains("I was away for a month.", kept, StringComparison.Ordinal);
    }
}
