using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What members are told of a comment that went and came back, on each database.</summary>
[OnEachDatabase]
public sealed class ReturnedCommentTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    private static readonly string[] Told = ["ada Reply", "ben Mention", "eve Followed"];

    [Fact]
    public async Task After_a_deletion_and_its_undo_everybody_is_told_as_before()
    {
        await using var talk = await StartAsync();
        var (delete, said) = (talk.Database.Get<DeleteComment>(), await SaidAsync(talk));
        Assert.Equal(Told, await ToldAsync(talk, said));
        Assert.Null((await delete.RunAsync(talk["jun"], said, Cancelled)).Refusal);
        Assert.Empty(await ToldAsync(talk, said));
        Assert.Null((await delete.UndoAsync(talk["jun"], said, Cancelled)).Refusal);
        Assert.Equal(Told, await ToldAsync(talk, said));
    }

    [Fact]
    public async Task After_a_removal_and_its_restoration_everybody_is_told_as_before()
    {
        await using var talk = await StartAsync();
        var said = await SaidAsync(talk);
        Assert.Null((await talk.Database.Get<RemoveComment>().RunAsync(talk["mod"], said, "Off topic.", Cancelled)).Refusal);
        Assert.Empty(await ToldAsync(talk, said));
        Assert.Null((await talk.Database.Get<RestoreComment>().RunAsync(talk["mod"], said, "", Cancelled)).Refusal);
        Assert.Equal(Told, await ToldAsync(talk, said));
    }

    [Fact]
    public async Task After_reports_that_hid_it_were_dismissed_everybody_is_told_as_before()
    {
        await using var talk = await StartAsync();
        var said = await SaidAsync(talk);
        Assert.Null((await talk.Database.Get<FlagComment>().RunAsync(talk["mod"], said, FlagReason.Spam, null, Cancelled)).Refusal);
        Assert.Empty(await ToldAsync(talk, said));
        Assert.Null((await talk.Database.Get<SettleFlags>().RunAsync(talk["mod"], said, "", Cancelled)).Refusal);
        Assert.Equal(Told, await ToldAsync(talk, said));
    }

    [Fact]
    public async Task An_answer_that_comes_back_is_told_to_who_answered()
    {
        await using var talk = await StartAsync();
        var (post, to) = (talk.Database.Get<PostComment>(), ReplyTarget.In(await talk.ConversationAsync("loss", "Loss")));
        var question = (await post.RunAsync(talk["ada"], to, Draft("Why?", question: true), Cancelled)).Value;
        var answer = (await post.RunAsync(talk["jun"], ReplyTarget.Below(question), Draft("So."), Cancelled)).Value;
        Assert.Null((await talk.Database.Get<MarkAnswer>().RunAsync(talk["ada"], answer, answers: true, Cancelled)).Refusal);
        Assert.Equal(["ada Reply", "jun Answer"], await ToldAsync(talk, answer));
        var delete = talk.Database.Get<DeleteComment>();
        await delete.RunAsync(talk["jun"], answer, Cancelled);
        await delete.UndoAsync(talk["jun"], answer, Cancelled);
        Assert.Equal(["ada Reply", "jun Answer"], await ToldAsync(talk, answer));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(15, true)]
    public async Task What_a_mail_has_told_already_no_mail_tells_again(int minutes, bool mailed)
    {
        await using var talk = await StartAsync();
        var (delete, said) = (talk.Database.Get<DeleteComment>(), await SaidAsync(talk));
        talk.Database.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await delete.RunAsync(talk["jun"], said, Cancelled);
        talk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await delete.UndoAsync(talk["jun"], said, Cancelled);
        await using var db = await talk.Database.OpenAsync();
        Assert.All(
            await db.Notifications.Where(n => n.CommentId == said).ToListAsync(Cancelled),
            n => Assert.Equal(mailed, n.MailedAt is not null));
    }

    private async Task<Scene> StartAsync()
    {
        var talk = await Scene.StartAsync(TestDatabases.Create(), "ada", "ben", "eve", "jun");
        await talk.JoinAsync("mod", member => member.Roles = Role.Moderator);
        return talk;
    }

    private static async Task<int> SaidAsync(Scene talk)
    {
        var (post, conversation) = (talk.Database.Get<PostComment>(), await talk.ConversationAsync());
        await talk.FollowAsync("eve", conversation, FollowLevel.Following);
        var first = (await post.RunAsync(talk["ada"], ReplyTarget.In(conversation), Draft("First."), Cancelled)).Value;
        return (await post.RunAsync(talk["jun"], ReplyTarget.Below(first), Draft("Listen, @ben"), Cancelled)).Value;
    }

    private static CommentDraft Draft(string text, bool question = false) =>
        new() { Text = text, Key = Guid.NewGuid(), IsQuestion = question };

    private static async Task<IReadOnlyList<string>> ToldAsync(Scene talk, int comment)
    {
        await using var db = await talk.Database.OpenAsync();
        var rows = await db.Notifications.Where(n => n.CommentId == comment && n.Reason != NotificationReason.Moderation)
            .ToListAsync(Cancelled);
        return [.. rows.Select(n => $"{talk.NameOf(n.MemberId)} {n.Reason}").Order(StringComparer.Ordinal)];
    }
}
