using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Moderation.Locks;
using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What moderators do, and what becomes of it, on each database.</summary>
[OnEachDatabase]
public sealed class ModerationTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Theory]
    [InlineData(Role.None, 0, 1)]
    [InlineData(Role.None, 5, 2)]
    [InlineData(Role.Curator, 0, 6)]
    [InlineData(Role.Moderator, 0, 6)]
    public async Task A_flag_weighs_what_its_author_has_shown(Role roles, int comments, int weight)
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        var reader = await talk.MemberAsync("oskar", roles, comments);
        await DoneAsync(FlagAsync(talk, reader, comment));
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal(weight, (await db.Flags.SingleAsync(f => f.CommentId == comment, Cancelled)).Weight);
    }

    [Fact]
    public async Task A_member_flags_a_comment_once()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        var reader = await talk.MemberAsync("oskar");
        await DoneAsync(FlagAsync(talk, reader, comment));
        Assert.Equal("You have reported this comment already.", (await FlagAsync(talk, reader, comment)).Refusal?.Why);
    }

    [Fact]
    public async Task Nobody_flags_their_own_comment()
    {
        var talk = await StartAsync();
        var author = await talk.MemberAsync("quickrank");
        Assert.Equal(Cause.Rule, (await FlagAsync(talk, author, await talk.CommentAsync(author))).Refusal?.Cause);
    }

    [Theory]
    [InlineData(CommentState.Deleted)]
    [InlineData(CommentState.Removed)]
    [InlineData(CommentState.Held)]
    public async Task What_cannot_be_read_cannot_be_flagged(CommentState state)
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"), state: state);
        Assert.Equal(Cause.NotThere, (await FlagAsync(talk, await talk.MemberAsync("oskar"), comment)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_suspended_member_flags_nothing()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        var suspended = await talk.MemberAsync("oskar") with { Suspended = true };
        Assert.Equal(Cause.NotAllowed, (await FlagAsync(talk, suspended, comment)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_comment_is_hidden_once_its_flags_weigh_enough()
    {
        var talk = await StartAsync();
        var author = await talk.MemberAsync("quickrank");
        var comment = await talk.CommentAsync(author);
        await DoneAsync(FlagAsync(talk, await talk.MemberAsync("one", comments: 5), comment));
        await DoneAsync(FlagAsync(talk, await talk.MemberAsync("two", comments: 5), comment, FlagReason.Rude));
        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);
        Assert.Equal(11, (await talk.ConversationAsync()).Comments);
        Assert.Empty(talk.Database.Evictions.Tags);

        await DoneAsync(FlagAsync(talk, await talk.MemberAsync("three", comments: 5), comment));
        Assert.Equal(CommentState.Hidden, (await talk.FindAsync(comment)).State);
        Assert.Equal(15, (await talk.ConversationAsync()).Comments);
        var logged = Assert.Single(await talk.LogOfAsync(comment));
        Assert.Equal(("hidden", "the guide", (int?)null), (logged.Act, logged.ActorName, logged.ActorId));
        Assert.Equal("Reported as spam, rude; a moderator will review it.", logged.Reason);
        Assert.Equal($"hidden:{comment}", Assert.Single(await talk.ToldAsync(author)).Event);
        Assert.Equal([PageTags.Changes, talk.Tag, "discussions"], talk.Database.Evictions.Tags);
    }

    [Fact]
    public async Task Reports_from_one_network_weigh_as_one()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        foreach (var (name, from) in ((string, string)[])[("a", "198.51.100.7"), ("b", "198.51.100.200"), ("c", "198.51.100.8")])
        {
            await DoneAsync(FlagFromAsync(talk, await talk.MemberAsync(name, comments: 5), comment, from));
        }

        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);
        await DoneAsync(FlagFromAsync(talk, await talk.MemberAsync("d", comments: 5), comment, "203.0.113.9"));
        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);

        await DoneAsync(FlagFromAsync(talk, await talk.MemberAsync("e", comments: 5), comment, "192.0.2.1"));
        Assert.Equal(CommentState.Hidden, (await talk.FindAsync(comment)).State);
    }

    [Fact]
    public async Task Where_a_report_came_from_is_forgotten_when_a_moderator_decides()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        await DoneAsync(FlagFromAsync(talk, await talk.MemberAsync("a", comments: 5), comment, "198.51.100.7"));
        await DoneAsync(talk.Command<SettleFlags>().RunAsync(await talk.MemberAsync("mod", Role.Moderator), comment, "", Cancelled));
        await using var db = await talk.Database.OpenAsync();
        Assert.Null((await db.Flags.SingleAsync(f => f.CommentId == comment, Cancelled)).Network);
    }

    [Fact]
    public async Task The_weight_that_hides_is_a_setting()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        var flag = new FlagComment(talk.Command<ModeratorChange>(), new DiscussionOptions { HideAtFlagWeight = 1 });
        await DoneAsync(flag.RunAsync(await talk.MemberAsync("oskar"), comment, FlagReason.Spam, null, Cancelled));
        Assert.Equal(CommentState.Hidden, (await talk.FindAsync(comment)).State);
    }

    [Fact]
    public async Task Flags_that_come_at_the_same_moment_all_weigh()
    {
        var talk = await StartAsync();
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        const int Readers = 20;
        var flag = new FlagComment(talk.Command<ModeratorChange>(), new DiscussionOptions { HideAtFlagWeight = Readers });
        var readers = new List<Actor>();
        for (var number = 0; number < Readers; number++)
        {
            readers.Add(await talk.MemberAsync($"reader{number}"));
        }

        using var ready = new Barrier(Readers);
        await Task.WhenAll(readers.Select(reader => Task.Factory.StartNew(
            () =>
            {
                ready.SignalAndWait(Cancelled);
                return DoneAsync(flag.RunAsync(reader, comment, FlagReason.Spam, null, Cancelled));
            },
            Cancelled,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
        Assert.Equal(CommentState.Hidden, (await talk.FindAsync(comment)).State);
    }

    [Fact]
    public async Task A_comment_that_is_kept_can_be_read_again_and_its_flags_weigh_nothing()
    {
        var talk = await StartAsync();
        var (author, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        var comment = await talk.CommentAsync(author);
        await DoneAsync(FlagAsync(talk, await talk.MemberAsync("curator", Role.Curator), comment));
        await DoneAsync(talk.Command<SettleFlags>().RunAsync(moderator, comment, " Blunt, but it is about the paper. ", Cancelled));
        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);
        Assert.Equal(1, (await talk.ConversationAsync()).Comments);
        Assert.Equal("Blunt, but it is about the paper.", (await talk.ToldAsync(author)).Single(n => n.Event == $"kept:{comment}").Words);
        Assert.Equal(["hidden", "dismissed reports on"], (await talk.LogOfAsync(comment)).Select(e => e.Act));

        await DoneAsync(FlagAsync(talk, await talk.MemberAsync("member", comments: 5), comment));
        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);
    }

    [Fact]
    public async Task Nothing_is_decided_twice()
    {
        var talk = await StartAsync();
        var moderator = await talk.MemberAsync("jun", Role.Moderator);
        var comment = await talk.CommentAsync(await talk.MemberAsync("quickrank"));
        Assert.Equal(Cause.Rule, (await talk.Command<SettleFlags>().RunAsync(moderator, comment, "", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Rule, (await talk.Command<RestoreComment>().RunAsync(moderator, comment, "", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Rule, (await talk.Command<ApproveHeld>().RunAsync(moderator, comment, "", Cancelled)).Refusal?.Cause);
        Assert.Equal(
            Cause.Rule, (await talk.Command<UnlockConversation>().RunAsync(moderator, talk.ConversationId, "", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Rule, (await talk.Command<EndSuspension>().RunAsync(moderator, moderator.Name, "", Cancelled)).Refusal?.Cause);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(moderator, comment, "Advertising.", Cancelled));
        Assert.Equal(
            Cause.Rule, (await talk.Command<RemoveComment>().RunAsync(moderator, comment, "Advertising.", Cancelled)).Refusal?.Cause);
        Assert.Single(await talk.LogOfAsync(comment));
    }

    [Fact]
    public async Task A_removed_comment_is_gone_with_a_reason_that_its_author_and_everybody_can_read()
    {
        var talk = await StartAsync();
        var (author, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        var comment = await talk.CommentAsync(author);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(moderator, comment, "Advertising.", Cancelled));
        var removed = await talk.FindAsync(comment);
        Assert.Equal(
            (CommentState.Removed, "Advertising.", talk.Clock.GetUtcNow()), (removed.State, removed.RemovalReason, removed.StateSince));
        var logged = Assert.Single(await talk.LogOfAsync(comment));
        Assert.Equal(
            ("removed", moderator.Name, (int?)moderator.Id, "Advertising."), (logged.Act, logged.ActorName, logged.ActorId, logged.Reason));
        Assert.StartsWith($"comment by {author.Name} on Subject ", logged.Title, StringComparison.Ordinal);
        var told = Assert.Single(await talk.ToldAsync(author));
        Assert.Equal(($"removed:{comment}", "Advertising.", (int?)moderator.Id, NotificationReason.Moderation), (
            told.Event, told.Words, told.ByMemberId, told.Reason));
        Assert.Equal([PageTags.Changes, talk.Tag, "discussions"], talk.Database.Evictions.Tags);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task Nothing_is_removed_or_locked_or_anybody_suspended_without_a_reason(string? reason)
    {
        var talk = await StartAsync();
        var (author, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        var comment = await talk.CommentAsync(author);
        Assert.Equal("reason", (await talk.Command<RemoveComment>().RunAsync(moderator, comment, reason, Cancelled)).Refusal?.Field);
        Assert.Equal(
            "reason", (await talk.Command<LockConversation>().RunAsync(moderator, talk.ConversationId, reason, Cancelled)).Refusal?.Field);
        Assert.Equal("reason", (await talk.Command<SuspendMember>().RunAsync(
            moderator, author.Name, talk.Clock.GetUtcNow().AddDays(1), reason, Cancelled)).Refusal?.Field);
        Assert.Equal(CommentState.Standing, (await talk.FindAsync(comment)).State);
    }

    [Fact]
    public async Task A_reason_has_an_end() => Assert.Equal(
        "reason",
        (await (await StartAsync()).Command<RemoveComment>().RunAsync(
            Actor.Operator, 1, new string('x', ReasonText.MaxLength + 1), Cancelled)).Refusal?.Field);

    [Fact]
    public async Task A_question_is_open_again_when_its_answer_is_removed()
    {
        var talk = await StartAsync();
        var author = await talk.MemberAsync("quickrank");
        var question = await talk.CommentAsync(author, kind: CommentKind.Question);
        var answer = await talk.CommentAsync(author);
        await using (var db = await talk.Database.OpenAsync())
        {
            (await db.Comments.SingleAsync(c => c.Id == question, Cancelled)).AnsweredBy(answer);
            await db.SaveChangesAsync(Cancelled);
            await ConversationCounts.RecountAsync(db, talk.ConversationId, Cancelled);
        }

        Assert.Equal(0, (await talk.ConversationAsync()).OpenQuestions);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(Actor.Operator, answer, "Made up.", Cancelled));
        Assert.Equal(1, (await talk.ConversationAsync()).OpenQuestions);
    }

    [Fact]
    public async Task What_was_removed_can_be_restored_and_removed_again()
    {
        var talk = await StartAsync();
        var (author, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        var comment = await talk.CommentAsync(author);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(moderator, comment, "Advertising.", Cancelled));
        await DoneAsync(talk.Command<RestoreComment>().RunAsync(moderator, comment, null, Cancelled));
        Assert.Equal((CommentState.Standing, null), ((await talk.FindAsync(comment)).State, (await talk.FindAsync(comment)).RemovalReason));
        Assert.Equal(1, (await talk.ConversationAsync()).Comments);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(moderator, comment, "It is advertising after all.", Cancelled));
        Assert.Equal(["removed", "restored", "removed"], (await talk.LogOfAsync(comment)).Select(e => e.Act));
        Assert.Equal("It is advertising after all.", (await talk.ToldAsync(author)).Single(n => n.Event == $"removed:{comment}").Words);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_they_did_to_their_own_comment()
    {
        var talk = await StartAsync();
        var moderator = await talk.MemberAsync("jun", Role.Moderator);
        await DoneAsync(talk.Command<RemoveComment>().RunAsync(moderator, await talk.CommentAsync(moderator), "Posted twice.", Cancelled));
        Assert.Empty(await talk.ToldAsync(moderator));
    }

    [Fact]
    public async Task A_held_comment_counts_and_can_be_read_once_it_is_approved()
    {
        var talk = await StartAsync();
        var author = await talk.MemberAsync("oskar");
        var comment = await talk.CommentAsync(author, "See https://example.org", CommentState.Held);
        Assert.Equal((0, null), ((await talk.ConversationAsync()).Comments, (await talk.ConversationAsync()).LastCommentAt));
        await DoneAsync(talk.Command<ApproveHeld>().RunAsync(await talk.MemberAsync("jun", Role.Moderator), comment, null, Cancelled));
        Assert.Equal(
            (1, talk.Clock.GetUtcNow()), ((await talk.ConversationAsync()).Comments, (await talk.ConversationAsync()).LastCommentAt));
        Assert.Equal($"approved:{comment}", Assert.Single(await talk.ToldAsync(author)).Event);
        Assert.Equal("approved", Assert.Single(await talk.LogOfAsync(comment)).Act);
    }

    [Fact]
    public async Task A_locked_conversation_says_why_until_it_is_unlocked()
    {
        var talk = await StartAsync();
        var moderator = await talk.MemberAsync("jun", Role.Moderator);
        await DoneAsync(talk.Command<LockConversation>().RunAsync(moderator, talk.ConversationId, "It goes in circles.", Cancelled));
        Assert.Equal((talk.Clock.GetUtcNow(), "It goes in circles."), (
            (await talk.ConversationAsync()).LockedAt, (await talk.ConversationAsync()).LockReason));
        Assert.Equal([PageTags.Changes, talk.Tag, "discussions"], talk.Database.Evictions.Tags);
        Assert.Equal(Cause.Rule, (await talk.Command<LockConversation>().RunAsync(
            moderator, talk.ConversationId, "Twice.", Cancelled)).Refusal?.Cause);
        await DoneAsync(talk.Command<UnlockConversation>().RunAsync(moderator, talk.ConversationId, null, Cancelled));
        Assert.Null((await talk.ConversationAsync()).LockReason);
        Assert.Equal(["locked", "unlocked"], (await talk.LogOfAsync(LogKind.Topic, talk.Slug)).Select(e => e.Act));
    }

    [Fact]
    public async Task A_suspension_ends_on_its_date()
    {
        var talk = await StartAsync();
        var (member, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        await DoneAsync(talk.Command<SuspendMember>().RunAsync(
            moderator, member.Name.ToUpperInvariant(), talk.Clock.GetUtcNow().AddDays(7), "Advertising, three times.", Cancelled));
        var suspension = await talk.Command<SuspensionQuery>().RunAsync(member.Name, Cancelled);
        Assert.Equal((member.Name, talk.Clock.GetUtcNow().AddDays(7), "Advertising, three times."), (
            suspension!.Name, suspension.Until, suspension.Reason));
        Assert.Equal(
            ("suspended", $"Until {talk.Clock.GetUtcNow().AddDays(7):yyyy-MM-dd}: Advertising, three times."),
            (await talk.LogOfAsync(LogKind.Member, member.Name)).Select(e => (e.Act, e.Reason)).Single());
        Assert.Equal("Advertising, three times.", Assert.Single(await talk.ToldAsync(member)).Words);
        talk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null((await talk.Command<SuspensionQuery>().RunAsync(member.Name, Cancelled))!.Until);
    }

    [Fact]
    public async Task A_suspension_can_be_ended_before_its_date()
    {
        var talk = await StartAsync();
        var (member, moderator) = (await talk.MemberAsync("quickrank"), await talk.MemberAsync("jun", Role.Moderator));
        await DoneAsync(
            talk.Command<SuspendMember>().RunAsync(moderator, member.Name, talk.Clock.GetUtcNow().AddDays(7), "Advertising.", Cancelled));
        await DoneAsync(talk.Command<EndSuspension>().RunAsync(moderator, member.Name, "Apologised.", Cancelled));
        Assert.Null((await talk.Command<SuspensionQuery>().RunAsync(member.Name, Cancelled))!.Until);
        Assert.Equal(["suspended", "reinstated"], (await talk.LogOfAsync(LogKind.Member, member.Name)).Select(e => e.Act));
        Assert.Equal(2, (await talk.ToldAsync(member)).Count);
    }

    [Fact]
    public async Task Nobody_suspends_themselves_or_an_administrator_or_into_the_past()
    {
        var talk = await StartAsync();
        var (member, moderator, admin) = (await talk.MemberAsync("quickrank"),
            await talk.MemberAsync("jun", Role.Moderator), await talk.MemberAsync("halina", Role.Admin));
        var suspend = talk.Command<SuspendMember>();
        var week = talk.Clock.GetUtcNow().AddDays(7);
        Assert.Equal(Cause.Rule, (await suspend.RunAsync(moderator, moderator.Name, week, "Why not.", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Rule, (await suspend.RunAsync(moderator, admin.Name, week, "Why not.", Cancelled)).Refusal?.Cause);
        Assert.Equal(
            "until", (await suspend.RunAsync(moderator, member.Name, talk.Clock.GetUtcNow(), "Why not.", Cancelled)).Refusal?.Field);
        Assert.Equal(Cause.NotThere, (await suspend.RunAsync(moderator, "nobody-at-all", week, "Why not.", Cancelled)).Refusal?.Cause);
        Assert.Empty(await talk.LogOfAsync(LogKind.Member, member.Name));
    }

    private Task<ModeratedTalk> StartAsync() => ModeratedTalk.StartAsync(bare.Database);

    private static Task<Outcome<Done>> FlagAsync(ModeratedTalk talk, Actor reader, int comment, FlagReason reason = FlagReason.Spam) =>
        talk.Command<FlagComment>().RunAsync(reader, comment, reason, null, Cancelled);

    private static Task<Outcome<Done>> FlagFromAsync(ModeratedTalk talk, Actor reader, int comment, string from) =>
        talk.Command<FlagComment>().RunAsync(reader, comment, FlagReason.Spam, IPAddress.Parse(from), Cancelled);

    private static async Task DoneAsync(Task<Outcome<Done>> act) => Assert.Null((await act).Refusal);
}
