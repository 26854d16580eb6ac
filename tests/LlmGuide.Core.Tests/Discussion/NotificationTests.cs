using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What members see of what they were told, on each database.</summary>
[OnEachDatabase]
public sealed class NotificationTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task What_its_author_takes_back_nobody_need_look_at()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var comment = await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"], words: "Listen, @jun");
        Assert.Equal(1, (await ShownAsync(talk)).Unread);
        Assert.Null((await talk.Database.Get<DeleteComment>().RunAsync(talk["maria"], comment.Id, Cancelled)).Refusal);
        Assert.Equal(0, (await ShownAsync(talk)).Unread);
    }

    [Fact]
    public async Task Lines_are_newest_first_and_what_is_new_in_a_followed_conversation_is_one()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var (followed, other) = (await talk.ConversationAsync(), await talk.ConversationAsync("tokenization", "Tokenization"));
        await talk.FollowAsync("jun", followed, FollowLevel.Following);
        await talk.SayAsync("maria", followed, words: "First");
        await talk.SayAsync("maria", other, null, ["jun"], words: "Listen, @jun");
        await talk.SayAsync("maria", followed, words: "Second");
        var view = await ShownAsync(talk);
        Assert.Equal(3, view.Unread);
        Assert.Equal(
            [(NotificationReason.Followed, 2, "The Transformer", "Second"),
                (NotificationReason.Mention, 1, "Tokenization", "Listen, @jun")],
            view.Lines.Items.Select(line => (line.Reason, line.Count, line.Subject!.Title, line.Text)));
        Assert.All(view.Lines.Items, line => Assert.Equal(("maria", false), (line.By, line.Read)));
    }

    [Fact]
    public async Task A_filter_shows_one_kind()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Following);
        await talk.SayAsync("maria", conversation);
        await talk.SayAsync("maria", conversation, null, ["jun"]);
        Assert.Equal([NotificationReason.Mention], (await ShownAsync(talk, NotificationFilter.Replies)).Lines.Items.Select(l => l.Reason));
        Assert.Equal(
            [NotificationReason.Followed], (await ShownAsync(talk, NotificationFilter.Followed)).Lines.Items.Select(l => l.Reason));
        Assert.Empty((await ShownAsync(talk, NotificationFilter.Guide)).Lines.Items);
    }

    [Fact]
    public async Task A_comment_that_cannot_be_read_is_not_quoted()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var said = await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"], words: "Something rude");
        await using (var db = await talk.Database.OpenAsync())
        {
            (await db.Comments.SingleAsync(c => c.Id == said.Id, Cancelled)).ChangeState(CommentState.Hidden, Scene.Start);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal("", Assert.Single((await ShownAsync(talk)).Lines.Items).Text);
    }

    [Fact]
    public async Task The_page_number_never_leads_past_the_end()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        for (var number = 0; number <= NotificationsQuery.PageSize; number++)
        {
            await talk.SayAsync("maria", conversation, null, ["jun"], words: $"Number {number}");
        }

        var last = (await talk.Database.Get<NotificationsQuery>().RunAsync(talk["jun"].Id, NotificationFilter.All, 9, Cancelled)).Lines;
        Assert.Equal((2, "Number 0"), (last.Number, Assert.Single(last.Items).Text));
    }

    [Fact]
    public async Task Marking_all_leaves_what_came_meanwhile_new()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.SayAsync("maria", conversation, null, ["jun"]);
        var seen = (await ShownAsync(talk)).Lines.Items[0].Id;
        await talk.SayAsync("maria", conversation, null, ["jun"], words: "Later");
        await talk.Database.Get<MarkNotificationsRead>().AllAsync(talk["jun"], seen, Cancelled);
        var view = await ShownAsync(talk);
        Assert.Equal(1, view.Unread);
        Assert.Equal([("Later", false), ("Words", true)], view.Lines.Items.Select(l => (l.Text, l.Read)));
    }

    [Fact]
    public async Task Marking_a_line_marks_all_that_it_stands_for_and_nothing_else()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var (followed, other) = (await talk.ConversationAsync(), await talk.ConversationAsync("tokenization", "Tokenization"));
        await talk.FollowAsync("jun", followed, FollowLevel.Following);
        await talk.FollowAsync("jun", other, FollowLevel.Following);
        await talk.SayAsync("maria", other);
        await talk.SayAsync("maria", followed, null, ["jun"]);
        await talk.SayAsync("maria", followed);
        await talk.SayAsync("maria", followed);
        var line = (await ShownAsync(talk)).Lines.Items[0];
        Assert.Equal(2, (await talk.Database.Get<MarkNotificationsRead>().LineAsync(talk["jun"], line.Id, Cancelled)).Value);
        var view = await ShownAsync(talk);
        Assert.Equal(2, view.Unread);
        Assert.Equal([(true, 2), (false, 1), (false, 1)], view.Lines.Items.Select(l => (l.Read, l.Count)));
    }

    [Fact]
    public async Task A_visit_marks_what_was_seen_of_a_conversation()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        var first = await talk.SayAsync("maria", conversation, null, ["jun"]);
        await talk.SayAsync("maria", conversation, null, ["jun"]);
        await talk.SayAsync("maria", await talk.ConversationAsync("tokenization", "Tokenization"), null, ["jun"]);
        Assert.Equal(1, (await talk.Database.Get<MarkNotificationsRead>()
            .InConversationAsync(talk["jun"], conversation, first.Id, Cancelled)).Value);
    }

    [Fact]
    public async Task Nobody_marks_what_others_were_told()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"]);
        var id = (await ShownAsync(talk)).Lines.Items[0].Id;
        Assert.Equal(0, (await talk.Database.Get<MarkNotificationsRead>().LineAsync(talk["maria"], id, Cancelled)).Value);
        Assert.Equal(1, (await ShownAsync(talk)).Unread);
    }

    [Fact]
    public async Task A_level_is_set_and_changed()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun");
        var conversation = await talk.ConversationAsync();
        var command = talk.Database.Get<SetFollowLevel>();
        foreach (var level in (FollowLevel[])[FollowLevel.Following, FollowLevel.Muted])
        {
            Assert.Null((await command.RunAsync(talk["jun"], conversation, level, Cancelled)).Refusal);
            await using var db = await talk.Database.OpenAsync();
            Assert.Equal(level, Assert.Single(db.Subscriptions.AsNoTracking()).Level);
        }
    }

    [Fact]
    public async Task A_level_is_refused_to_who_is_suspended_and_where_there_is_no_conversation()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun");
        var command = talk.Database.Get<SetFollowLevel>();
        Assert.Equal(Cause.NotAllowed, (await command.RunAsync(
            talk["jun"] with { Suspended = true }, await talk.ConversationAsync(), FollowLevel.Muted, Cancelled)).Refusal!.Cause);
        Assert.Equal(Cause.NotThere, (await command.RunAsync(talk["jun"], 9999, FollowLevel.Muted, Cancelled)).Refusal!.Cause);
    }

    private static Task<NotificationsView> ShownAsync(Scene talk, NotificationFilter filter = NotificationFilter.All) =>
        talk.Database.Get<NotificationsQuery>().RunAsync(talk["jun"].Id, filter, 1, Cancelled);
}
