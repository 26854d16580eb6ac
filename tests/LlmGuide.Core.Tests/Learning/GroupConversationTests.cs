using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>What members of a group say to each other is theirs alone, and follows the rules of every other conversation.</summary>
[OnEachDatabase]
public sealed class GroupConversationTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task Members_ask_answer_vote_edit_and_delete_and_nobody_else_can_whatever_their_roles()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        await JoinAsync(desk, group, desk.Reader);
        var asked = Done(await SayAsync(desk, desk.Reader, ReplyTarget.In(group.Conversation), "Why a root?"));
        var answer = Done(await SayAsync(desk, desk.Ada, ReplyTarget.Below(asked), "So that it stays small. https://example.org"));
        Assert.Equal(2, (await ReadAsync(desk, group, desk.Reader))!.Comments);
        var (vote, mark) = (desk.Database.Get<VoteOnComment>(), desk.Database.Get<MarkAnswer>());
        var (edit, delete) = (desk.Database.Get<EditComment>(), desk.Database.Get<DeleteComment>());
        Done(await vote.RunAsync(desk.Reader, answer, Ballot.For, Cancelled));
        Done(await mark.RunAsync(desk.Reader, answer, answers: true, Cancelled));
        Done(await edit.RunAsync(desk.Ada, answer, "So that the variance stays one.", Cancelled));

        Assert.Null(await ReadAsync(desk, group, desk.Ben));
        Assert.Null(await ReadAsync(desk, group, null));
        Outcome<int>[] tried =
        [
            await SayAsync(desk, desk.Ben, ReplyTarget.In(group.Conversation), "Hello"),
            await SayAsync(desk, desk.Ben, ReplyTarget.Below(asked), "Hello"),
            await vote.RunAsync(desk.Ben, answer, Ballot.Against, Cancelled),
            await mark.RunAsync(desk.Ben, answer, answers: false, Cancelled),
            await edit.RunAsync(desk.Ben, answer, "Changed.", Cancelled),
            await delete.RunAsync(desk.Ben, answer, Cancelled),
        ];
        Assert.All(tried, outcome => Assert.Equal(Cause.NotThere, outcome.Refusal?.Cause));
        Assert.Equal(Cause.NotThere, (await desk.Database.Get<SetFollowLevel>().RunAsync(
            desk.Ben, group.Conversation, FollowLevel.Following, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await desk.Database.Get<FlagComment>().RunAsync(
            desk.Ben, answer, FlagReason.Spam, null, Cancelled)).Refusal?.Cause);
        Assert.Empty(await desk.Database.Get<ConversationPeopleQuery>().RunAsync(group.Conversation, desk.Ben.Id, Cancelled));
        Assert.Null(await desk.Database.Get<ConversationSubjectQuery>().RunAsync(group.Conversation, desk.Ben.Id, Cancelled));

        Done(await delete.RunAsync(desk.Ada, answer, Cancelled));
        Assert.Equal(1, (await ReadAsync(desk, group, desk.Reader))!.Comments);
        Done(await delete.UndoAsync(desk.Ada, answer, Cancelled));
        Assert.Equal(2, (await ReadAsync(desk, group, desk.Reader))!.Comments);
    }

    [Fact]
    public async Task It_is_in_no_list_search_or_profile_and_in_ones_own_data()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        var said = Done(await SayAsync(desk, desk.Ada, ReplyTarget.In(group.Conversation), "A zq9word of ours."));
        var discussions = desk.Database.Get<DiscussionsQuery>();
        Assert.Empty(await discussions.NewestAsync(null, 10, Cancelled));
        Assert.Empty(await discussions.NewestAsync(group.Conversation, 10, Cancelled));
        Assert.All(Enum.GetValues<DiscussionList>(), list =>
        {
            var view = discussions.RunAsync(list, 1, Cancelled).GetAwaiter().GetResult();
            Assert.Equal(0, (view.Threads?.Total ?? 0) + (view.Comments?.Total ?? 0));
        });
        Assert.Equal(0, (await desk.Database.Get<MemberProfileQuery>().RunAsync("ada", 1, Cancelled))!.Comments.Total);
        Assert.Null(await desk.Database.Get<CommentQuery>().RunAsync(said, Cancelled));
        Assert.Null(await desk.Database.Get<ModerationQueueQuery>().FindAsync(said, Cancelled));
        await using (var db = await desk.Database.OpenAsync())
        {
            Assert.Empty(await db.Database.SqlQueryRaw<int>(IndexedSql(db)).ToListAsync(Cancelled));
        }

        var own = (await desk.Database.Get<OwnDataQuery>().RunAsync(desk.Ada.Id, Cancelled))!;
        Assert.Contains("zq9word", System.Text.Json.JsonSerializer.Serialize(own["comments.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_or_is_removed_reads_nothing_from_then_on_not_even_what_they_were_told()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        foreach (var member in (Actor[])[desk.Reader, desk.Ben])
        {
            await JoinAsync(desk, group, member);
            Assert.Null((await desk.Database.Get<SetFollowLevel>().RunAsync(
                member, group.Conversation, FollowLevel.Following, Cancelled)).Refusal);
        }

        var asked = Done(await SayAsync(desk, desk.Reader, ReplyTarget.In(group.Conversation), "One"));
        Done(await SayAsync(desk, desk.Ada, ReplyTarget.Below(asked), "Two, @reader"));
        Assert.Equal(["Two, @reader"], await ToldAsync(desk, desk.Reader));
        Assert.Null((await desk.Database.Get<LeaveGroup>().RunAsync(desk.Reader, group.Slug, Cancelled)).Refusal);
        Assert.Null((await desk.Database.Get<LeadGroup>().RemoveAsync(desk.Ada, group.Slug, desk.Ben.Id, Cancelled)).Refusal);

        Done(await SayAsync(desk, desk.Ada, ReplyTarget.Below(asked), "Three, @reader and @ben"));
        foreach (var gone in (Actor[])[desk.Reader, desk.Ben])
        {
            Assert.Empty(await ToldAsync(desk, gone));
            Assert.Null(await ReadAsync(desk, group, gone));
        }

        Assert.Equal(Cause.NotThere, (await desk.Database.Get<EditComment>().RunAsync(desk.Reader, asked, "1", Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task Nothing_of_it_is_mailed()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        await JoinAsync(desk, group, desk.Reader);
        Done(await SayAsync(desk, desk.Ada, ReplyTarget.In(group.Conversation), "Tomorrow at six, @reader"));
        desk.Database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await ToldAsync(desk, desk.Reader));
        var job = new MailNotifications(
            desk.Database.Get<IDbContextFactory<GuideDb>>(), desk.Database.Get<Writing>(), new NoMails(), desk.Database.Get<IDueReviews>(),
            new Signal<OutgoingMail>(), new DiscussionOptions(), desk.Database.Clock);
        Assert.Equal(0, await job.RunAsync(Cancelled));
    }

    [Fact]
    public async Task An_account_that_is_deleted_leaves_there_what_it_leaves_elsewhere_and_the_last_takes_all_along()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        await JoinAsync(desk, group, desk.Reader);
        var asked = Done(await SayAsync(desk, desk.Reader, ReplyTarget.In(group.Conversation), "Mine"));
        Done(await SayAsync(desk, desk.Ada, ReplyTarget.Below(asked), "Ours"));
        await using (var db = await desk.Database.OpenAsync())
        {
            await PartedComments.PartAsync(db, desk.Reader.Id, erase: true, desk.Database.Clock.GetUtcNow(), Cancelled);
        }

        var left = (await ReadAsync(desk, group, desk.Ada))!.Tops.Items.Single();
        Assert.Equal((null, CommentState.Deleted, ""), (left.Comment.Author, left.Comment.State, left.Comment.Html));
        foreach (var member in (Actor[])[desk.Reader, desk.Ada])
        {
            Assert.Null((await desk.Database.Get<LeaveGroup>().RunAsync(member, group.Slug, Cancelled)).Refusal);
        }

        Assert.False(await desk.AskAsync(db => db.Comments.IgnoreQueryFilters().AnyAsync(Cancelled)));
        Assert.False(await desk.AskAsync(
            db => db.Conversations.IgnoreQueryFilters().AnyAsync(c => c.Type == SubjectType.Group, Cancelled)));
    }

    [Fact]
    public async Task Where_the_last_account_is_deleted_nothing_of_the_group_stays()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var (left, other) = (await OpenAsync(desk), await OpenAsync(desk));
        await JoinAsync(desk, other, desk.Ben);
        var asked = Done(await SayAsync(desk, desk.Ada, ReplyTarget.In(left.Conversation), "Mine"));
        Done(await SayAsync(desk, desk.Ada, ReplyTarget.Below(asked), "Mine too"));
        Done(await SayAsync(desk, desk.Ben, ReplyTarget.In(other.Conversation), "Ours"));
        Assert.Equal(1, await desk.AskAsync(db => db.Members.Where(m => m.Id == desk.Ada.Id).ExecuteDeleteAsync(Cancelled)));
        await desk.Database.Get<ForgetGroups>().RunAsync(Cancelled);
        Assert.Equal([other.Slug], await desk.AskAsync(db => db.ReadingGroups.Select(g => g.Slug).ToListAsync(Cancelled)));
        Assert.Equal(1, await desk.AskAsync(db => db.Comments.IgnoreQueryFilters().CountAsync(Cancelled)));
    }

    [Fact]
    public async Task A_closed_group_is_read_and_written_in_no_more()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var group = await OpenAsync(desk);
        Assert.Null((await desk.Database.Get<LeadGroup>().CloseAsync(desk.Ada, group.Slug, Cancelled)).Refusal);
        var refused = await SayAsync(desk, desk.Ada, ReplyTarget.In(group.Conversation), "Still here");
        Assert.Equal("This discussion is locked: The group is closed.", refused.Refusal?.Why);
        Assert.NotNull(await ReadAsync(desk, group, desk.Ada));
    }

    /// <returns>The query of each database for what its index of comments holds.</returns>
    private static string IndexedSql(GuideDb db) => db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)
        ? "SELECT rowid AS \"Value\" FROM \"CommentIndex\""
        : "SELECT \"Id\" AS \"Value\" FROM \"Comments\" WHERE \"State\" = 'Standing' AND NOT \"IsPrivate\"";

    private static async Task<(string Slug, int Conversation)> OpenAsync(PathFixture desk)
    {
        var opened = await desk.Database.Get<OpenGroup>().RunAsync(
            desk.Ada,
            new GroupDraft
            {
                Name = "Tuesday readers",
                TimeZone = "UTC",
                StartOn = DateOnly.FromDateTime(desk.Database.Clock.GetUtcNow().UtcDateTime),
            },
            Cancelled);
        var page = await desk.Database.Get<GroupPageQuery>().RunAsync(opened.Value!, desk.Ada.Id, null, Cancelled);
        return (opened.Value!, page!.Own!.ConversationId);
    }

    private static async Task JoinAsync(PathFixture desk, (string Slug, int Conversation) group, Actor who)
    {
        var key = await desk.AskAsync(
            db => db.ReadingGroups.Where(g => g.Slug == group.Slug).Select(g => g.InviteKey).SingleAsync(Cancelled));
        Assert.Null((await desk.Database.Get<JoinGroup>().RunAsync(who, group.Slug, key, showsProgress: false, Cancelled)).Refusal);
    }

    private static Task<Outcome<int>> SayAsync(PathFixture desk, Actor who, ReplyTarget to, string text) =>
        desk.Database.Get<PostComment>().RunAsync(
            who, to, new CommentDraft { Text = text, Key = Guid.NewGuid(), IsQuestion = to.ParentId is null }, Cancelled);

    private static Task<ConversationView?> ReadAsync(PathFixture desk, (string Slug, int Conversation) group, Actor? reader) =>
        desk.Database.Get<ConversationQuery>().RunAsync(group.Conversation, new ConversationQuestion(), reader?.Id, Cancelled);

    private static async Task<IEnumerable<string>> ToldAsync(PathFixture desk, Actor who) =>
        (await desk.Database.Get<NotificationsQuery>().RunAsync(who.Id, NotificationFilter.All, 1, Cancelled)).Lines.Items
            .Select(line => line.Text);

    private sealed class NoMails : INotificationMail
    {
        public MailContent Write(NotificationDigest digest) => throw new InvalidOperationException("Nobody is to be mailed.");
    }

    private static int Done(Outcome<int> outcome)
    {
        Assert.Null(outcome.Refusal?.Why);
        return outcome.Value;
    }
}
