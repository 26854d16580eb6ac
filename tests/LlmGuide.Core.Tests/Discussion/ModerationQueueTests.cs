using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What waits for moderators, on each database, with a new one for each test.</summary>
[OnEachDatabase]
public sealed class ModerationQueueTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task What_waits_longest_comes_first_whatever_it_waits_for()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var talk = await ModeratedTalk.StartAsync(database);
        var author = await talk.MemberAsync("quickrank");
        var reader = await talk.MemberAsync("oskar");
        var flaggedLate = await talk.CommentAsync(author);
        var fine = await talk.CommentAsync(author);
        var held = await talk.CommentAsync(author, "See https://example.org", CommentState.Held);
        await talk.CommentAsync(author, state: CommentState.Removed);
        talk.Clock.Advance(TimeSpan.FromHours(1));
        var hidden = await talk.CommentAsync(author, state: CommentState.Hidden);
        talk.Clock.Advance(TimeSpan.FromHours(1));
        await talk.Command<FlagComment>().RunAsync(reader, flaggedLate, FlagReason.OffTopic, null, Cancelled);

        var queue = await talk.Command<ModerationQueueQuery>().RunAsync(new ModerationFilter(), 1, Cancelled);
        Assert.Equal([held, hidden, flaggedLate], queue.Items.Select(c => c.Id));
        Assert.Equal([CommentState.Held, CommentState.Hidden, CommentState.Standing], queue.Items.Select(c => c.State));
        Assert.DoesNotContain(queue.Items, c => c.Id == fine);
    }

    [Fact]
    public async Task A_case_says_who_wrote_it_where_and_what_its_flags_say()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var talk = await ModeratedTalk.StartAsync(database);
        var author = await talk.MemberAsync("quickrank");
        var reader = await talk.MemberAsync("oskar");
        var comment = await talk.CommentAsync(author, "Buy https://example.org");
        await talk.Command<FlagComment>().RunAsync(reader, comment, FlagReason.Spam, null, Cancelled);
        await talk.Command<FlagComment>().RunAsync(await talk.MemberAsync("jun", comments: 5), comment, FlagReason.Rude, null, Cancelled);

        var waiting = Assert.Single((await talk.Command<ModerationQueueQuery>().RunAsync(new ModerationFilter(), 7, Cancelled)).Items);
        Assert.Equal((author.Name, "<p>Buy https://example.org</p>", 1, talk.Slug, SubjectType.Topic), (
            waiting.Author, waiting.Html, waiting.Links, waiting.Slug, waiting.Type));
        Assert.Equal([(FlagReason.Spam, 1), (FlagReason.Rude, 2)], waiting.Flags.Select(f => (f.Reason, f.Weight)));
        Assert.Equal(3, waiting.Weight);
        Assert.Equal(reader.Name, waiting.Flags[0].By);
    }

    [Fact]
    public async Task What_was_decided_waits_no_more()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var talk = await ModeratedTalk.StartAsync(database);
        var author = await talk.MemberAsync("quickrank");
        var (kept, removed, approved) = (
            await talk.CommentAsync(author), await talk.CommentAsync(author), await talk.CommentAsync(author, state: CommentState.Held));
        var curator = await talk.MemberAsync("curator", Role.Curator);
        await talk.Command<FlagComment>().RunAsync(curator, kept, FlagReason.Spam, null, Cancelled);
        await talk.Command<FlagComment>().RunAsync(curator, removed, FlagReason.Spam, null, Cancelled);
        Assert.Equal(3, (await talk.Command<ModerationQueueQuery>().RunAsync(new ModerationFilter(), 1, Cancelled)).Total);
        await talk.Command<SettleFlags>().RunAsync(Actor.Operator, kept, "", Cancelled);
        await talk.Command<RemoveComment>().RunAsync(Actor.Operator, removed, "Spam.", Cancelled);
        await talk.Command<ApproveHeld>().RunAsync(Actor.Operator, approved, "", Cancelled);
        Assert.Empty((await talk.Command<ModerationQueueQuery>().RunAsync(new ModerationFilter(), 1, Cancelled)).Items);
        Assert.Equal("Spam.", (await talk.Command<ModerationQueueQuery>().FindAsync(removed, Cancelled))?.RemovalReason);
    }

    [Fact]
    public async Task A_longer_queue_costs_no_more_commands()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var talk = await ModeratedTalk.StartAsync(database);
        var author = await talk.MemberAsync("quickrank");
        var query = talk.Command<ModerationQueueQuery>();
        await talk.CommentAsync(author, state: CommentState.Held);
        var few = await database.CommandsOfAsync(() => query.RunAsync(new ModerationFilter(), 1, Cancelled));
        for (var number = 0; number < ModerationQueueQuery.PageSize; number++)
        {
            await talk.CommentAsync(author, state: CommentState.Held);
        }

        Assert.Equal(few, await database.CommandsOfAsync(() => query.RunAsync(new ModerationFilter(), 1, Cancelled)));
        Assert.InRange(few, 1, 3);
        Assert.Single((await query.RunAsync(new ModerationFilter(), 2, Cancelled)).Items);
    }
}
