using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>Who is told of what, on each database.</summary>
[OnEachDatabase]
public sealed class NotificationWriterTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_reply_is_told_to_whom_it_answers_and_nobody_else()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria", "ada");
        var conversation = await talk.ConversationAsync();
        var first = await talk.SayAsync("jun", conversation);
        var reply = await talk.SayAsync("maria", conversation, first);
        Assert.Equal([$"jun Reply comment:{reply.Id}"], await talk.ToldAsync());
    }

    [Fact]
    public async Task The_strongest_reason_wins_and_one_event_is_one_notification()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Following);
        var first = await talk.SayAsync("jun", conversation);
        var second = await talk.SayAsync("maria", conversation);
        var third = await talk.SayAsync("maria", conversation, first);
        var fourth = await talk.SayAsync("maria", conversation, first, ["jun"]);
        Assert.Equal(
            [$"jun Followed comment:{second.Id}", $"jun Reply comment:{third.Id}", $"jun Mention comment:{fourth.Id}"],
            await talk.ToldAsync());
    }

    [Fact]
    public async Task Nobody_is_told_of_what_they_did_themselves()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Following);
        await talk.SayAsync("jun", conversation, await talk.SayAsync("jun", conversation), ["jun"]);
        Assert.Empty(await talk.ToldAsync());
    }

    [Fact]
    public async Task Who_muted_a_conversation_is_told_nothing_not_even_a_mention()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Muted);
        await talk.SayAsync("maria", conversation, await talk.SayAsync("jun", conversation), ["jun"]);
        Assert.Empty(await talk.ToldAsync());
    }

    [Fact]
    public async Task The_normal_level_tells_mentions_and_replies_only()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Normal);
        await talk.SayAsync("maria", conversation);
        var mention = await talk.SayAsync("maria", conversation, null, ["jun"]);
        Assert.Equal([$"jun Mention comment:{mention.Id}"], await talk.ToldAsync());
    }

    [Fact]
    public async Task A_level_counts_in_its_own_conversation_only()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "ada", "maria");
        var (here, there) = (await talk.ConversationAsync(), await talk.ConversationAsync("tokenization", "Tokenization"));
        await talk.FollowAsync("jun", there, FollowLevel.Following);
        await talk.FollowAsync("ada", there, FollowLevel.Muted);
        var said = await talk.SayAsync("maria", here, null, ["ada"]);
        Assert.Equal([$"ada Mention comment:{said.Id}"], await talk.ToldAsync());
    }

    [Fact]
    public async Task A_closed_account_is_told_nothing()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        await talk.JoinAsync("jun", member => member.DisabledAt = Scene.Start);
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("jun", conversation, FollowLevel.Following);
        await talk.SayAsync("maria", conversation, null, ["jun"]);
        Assert.Empty(await talk.ToldAsync());
    }

    [Fact]
    public async Task Telling_again_tells_only_who_was_not_told_yet()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria", "ada");
        var conversation = await talk.ConversationAsync();
        var said = await talk.SayAsync("maria", conversation, null, ["jun"]);
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal(1, await NotificationWriter.OfCommentAsync(
            db, new CommentEvent(said.Id, conversation, talk["maria"].Id), null, [talk["jun"].Id, talk["ada"].Id], Scene.Start, Cancelled));
        Assert.Equal([$"jun Mention comment:{said.Id}", $"ada Mention comment:{said.Id}"], await talk.ToldAsync());
    }

    [Fact]
    public async Task What_is_told_says_who_and_when()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.SayAsync("maria", conversation, null, ["jun"], Scene.Start.AddMinutes(5));
        await using var db = await talk.Database.OpenAsync();
        var told = await db.Notifications.AsNoTracking().SingleAsync(n => n.At == Scene.Start.AddMinutes(5), Cancelled);
        Assert.Equal((talk["maria"].Id, null, null), (told.ByMemberId, told.ReadAt, told.MailedAt));
    }

    [Fact]
    public async Task An_answer_is_told_to_who_asked_and_who_answered_but_not_to_who_marked_it()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "asker", "answerer", "curator", "follower");
        var conversation = await talk.ConversationAsync();
        await talk.FollowAsync("follower", conversation, FollowLevel.Following);
        var question = await talk.SayAsync("asker", conversation);
        var reply = await talk.SayAsync("answerer", conversation, question);
        await using var db = await talk.Database.OpenAsync();
        await db.Notifications.ExecuteDeleteAsync(Cancelled);
        await NotificationWriter.OfAnswerAsync(
            db, new CommentEvent(reply.Id, conversation, talk["curator"].Id), reply.AuthorId, question.AuthorId, Scene.Start, Cancelled);
        Assert.Equal(
            [$"asker Answer answer:{reply.Id}", $"answerer Answer answer:{reply.Id}", $"follower Followed answer:{reply.Id}"],
            await talk.ToldAsync());
        await NotificationWriter.WithdrawAnswerAsync(db, reply.Id, Cancelled);
        Assert.Empty(await talk.ToldAsync());
    }

    [Fact]
    public async Task A_comment_that_is_gone_is_told_no_more_but_a_moderators_word_stays()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        var said = await talk.SayAsync("maria", conversation, null, ["jun"]);
        await using var db = await talk.Database.OpenAsync();
        db.Add(new Notification
        {
            MemberId = talk["maria"].Id,
            Reason = NotificationReason.Moderation,
            CommentId = said.Id,
            Event = $"removed:{said.Id}",
            At = Scene.Start,
        });
        await db.SaveChangesAsync(Cancelled);
        await NotificationWriter.WithdrawAsync(db, said.Id, Cancelled);
        Assert.Equal([$"maria Moderation removed:{said.Id}"], await talk.ToldAsync());
    }

    [Fact]
    public async Task All_of_a_thousand_followers_are_told()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        var conversation = await talk.ConversationAsync();
        await using (var db = await talk.Database.OpenAsync())
        {
            var followers = Enumerable.Range(0, 1000).Select(number => new Member
            {
                UserName = $"follower-{number}",
                NormalizedUserName = $"FOLLOWER-{number}",
                UnsubscribeKey = Guid.NewGuid(),
            }).ToList();
            db.AddRange(followers);
            await db.SaveChangesAsync(Cancelled);
            db.AddRange(
                followers.Select(f => new Subscription { MemberId = f.Id, ConversationId = conversation, Level = FollowLevel.Following }));
            await db.SaveChangesAsync(Cancelled);
        }

        var said = await talk.SayAsync("maria", conversation);
        await using var asked = await talk.Database.OpenAsync();
        Assert.Equal(1000, await asked.Notifications.CountAsync(n => n.CommentId == said.Id, Cancelled));
    }
}
