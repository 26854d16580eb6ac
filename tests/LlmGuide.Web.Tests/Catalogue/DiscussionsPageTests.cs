using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Catalogue;

/// <summary>What is being discussed, and who helps.</summary>
public sealed class DiscussionsPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_conversation_is_a_line_with_its_question_its_state_and_its_voices()
    {
        var (ada, ben) = (await MemberAsync("ada"), await MemberAsync("ben"));
        var question = await SayAsync(ada, "quantization", "> quoted\n\nWhy $\\sqrt{n}$?\n\nI wonder.", question: true);
        var open = await SayAsync(ada, "tokenization", "And **bytes**?", question: true);
        var answer = await SayAsync(ben, "quantization", "For the variance.", to: question);
        Assert.Null((await Get<MarkAnswer>().RunAsync(ada, answer, answers: true, GuideHost.Cancelled)).Refusal);
        using var reader = new Browser(site.Host);
        await reader.OpenAsync("/discussions");
        var lines = reader.Page.QuerySelectorAll("ul.talk>li").ToList();
        Assert.Equal(["Why √n?", "And bytes?"], lines.Take(2).Select(line => line.QuerySelector("a.t")!.TextContent.Trim()));
        Assert.Equal(["answered", "open"], lines.Take(2).Select(line => line.QuerySelector(".op")!.TextContent.Trim()));
        Assert.Equal(["B", "A"], lines[0].QuerySelectorAll(".voices .avatar").Select(voice => voice.TextContent.Trim()));
        Assert.Contains("1 reply", lines[0].TextContent, StringComparison.Ordinal);
        var rail = reader.Page.QuerySelector("aside.railbox")!;
        Assert.NotNull(rail.QuerySelector("section:first-child a[href='/topics/tokenization#talk']"));
        Assert.Null(rail.QuerySelector("section:first-child a[href='/topics/quantization#talk']"));
        Assert.NotNull(rail.QuerySelector("details a[href='/topics/transformer#talk']"));
        await reader.OpenAsync("/discussions?list=unanswered");
        Assert.Equal([$"/c/{open}"], reader.Page.QuerySelectorAll("ul.talk a.t").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_profile_says_what_a_member_gave()
    {
        var (cyd, dan) = (await MemberAsync("cyd"), await MemberAsync("dan", Role.Curator));
        var question = await SayAsync(dan, "safety", "Is it safe?", question: true);
        var answer = await SayAsync(cyd, "safety", "Mostly, by $x^2$.", to: question);
        await SayAsync(cyd, "safety", "And so on.", to: question);
        Assert.Null((await Get<MarkAnswer>().RunAsync(dan, answer, answers: true, GuideHost.Cancelled)).Refusal);
        var sent = await Get<SubmitSuggestion>().RunAsync(
            cyd, new SuggestionDraft
            {
                Kind = SuggestionKind.Correction,
                Resource = "attention-is-all-you-need",
                Field = "venue",
                Value = "Elsewhere",
                Why = "Why.",
            }, from: null, GuideHost.Cancelled);
        Assert.Null(sent.Refusal);
        Assert.Null((await Get<ApproveSuggestion>().RunAsync(dan, sent.Value!.Id, new Approval(null), GuideHost.Cancelled)).Refusal);
        using var reader = new Browser(site.Host);
        await reader.OpenAsync("/u/cyd");
        Assert.Equal(
            ["questions answered 1", "accepted answers 1", "suggestions accepted 1"],
            reader.Page.QuerySelectorAll("dl.gave div")
                .Select(part => $"{part.QuerySelector("dt")!.TextContent} {part.QuerySelector("dd")!.TextContent}"));
        Assert.Equal("/topics/safety#talk", reader.Page.QuerySelector("#helps~p a")!.GetAttribute("href"));
        Assert.Contains("Mostly, by x^2.", reader.Text, StringComparison.Ordinal);
    }

    private async Task<Actor> MemberAsync(string name, Role roles = Role.None)
    {
        await site.Host.SignInAsync(name, roles);
        return new Actor((await site.Host.MemberAsync(name)).Id, name, roles);
    }

    private async Task<int> SayAsync(Actor actor, string topic, string text, int? to = null, bool question = false)
    {
        var conversation = await site.Host.AskAsync(
            db => db.Topics.Where(t => t.Slug == topic).Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var said = await Get<PostComment>().RunAsync(
            actor, to is { } parent ? ReplyTarget.Below(parent) : ReplyTarget.In(conversation),
            new CommentDraft { Text = text, Key = Guid.NewGuid(), IsQuestion = question }, GuideHost.Cancelled);
        Assert.Null(said.Refusal);
        return said.Value;
    }

    private T Get<T>()
        where T : notnull => site.Host.Services.GetRequiredService<T>();
}
