using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>Which notifications are told by mail, and when, on each database.</summary>
[OnEachDatabase]
public sealed class MailNotificationsTests
{
    private readonly FakeTimeProvider _clock = new(Scene.Start);

    private int _reviews;

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task What_is_unread_after_ten_minutes_is_one_mail_about_all_of_it()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.SayAsync("maria", conversation, null, ["jun"], words: "First");
        await talk.SayAsync("maria", conversation, null, ["jun"], words: "Second");
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Empty(await RunAsync(talk));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["jun@example.org: 2: Second, First"], await RunAsync(talk));
        Assert.Single(await RunAsync(talk));
    }

    [Fact]
    public async Task What_was_read_meanwhile_is_not_mailed()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"]);
        await talk.Database.Get<MarkNotificationsRead>().AllAsync(talk["jun"], int.MaxValue, Cancelled);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await RunAsync(talk));
    }

    [Fact]
    public async Task A_weekly_digest_comes_once_a_week()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        await talk.JoinAsync("jun", member => (member.MailRhythm, member.DigestAt) = (MailFrequency.Weekly, Scene.Start.AddDays(-1)));
        var conversation = await talk.ConversationAsync();
        await talk.SayAsync("maria", conversation, null, ["jun"], words: "First");
        _clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty(await RunAsync(talk));
        await talk.SayAsync("maria", conversation, null, ["jun"], Scene.Start.AddDays(4), "Second");
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["jun@example.org: 2: Second, First"], await RunAsync(talk));
        await talk.SayAsync("maria", conversation, null, ["jun"], Scene.Start.AddDays(6), "Third");
        _clock.Advance(TimeSpan.FromDays(6));
        Assert.Single(await RunAsync(talk));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("jun@example.org: 1: Third", (await RunAsync(talk))[^1]);
    }

    [Fact]
    public async Task The_weekly_mail_says_how_many_checks_come_back()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        await talk.JoinAsync("jun", member => (member.MailRhythm, member.DigestAt) = (MailFrequency.Weekly, Scene.Start.AddDays(-7)));
        await talk.JoinAsync("ana", member => member.MailRhythm = MailFrequency.Soon);
        _reviews = 7;
        await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun", "ana"], words: "First");
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            [
                "jun@example.org: 1: First; 7 to review", "ana@example.org: 1: First; 7 to review", "maria@example.org: 0: ; 7 to review",
            ],
            await RunAsync(talk));
    }

    [Fact]
    public async Task Checks_that_came_back_are_said_once_a_week_also_when_nothing_else_is_new()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create());
        await talk.JoinAsync("jun", member => member.MailRhythm = MailFrequency.Never);
        await talk.JoinAsync("ana", member => member.MailRhythm = MailFrequency.Weekly);
        await talk.JoinAsync("ben", member => member.ReviewMails = false);
        await talk.JoinAsync("unconfirmed", member => member.EmailConfirmed = false);
        _reviews = 3;
        List<string> week = ["jun@example.org: 0: ; 3 to review", "ana@example.org: 0: ; 3 to review"];
        Assert.Equal(week, await RunAsync(talk));
        _clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(week, await RunAsync(talk));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([.. week, .. week], await RunAsync(talk));
    }

    [Fact]
    public async Task Nobody_is_mailed_who_does_not_want_it_or_has_no_address_of_their_own()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        await talk.JoinAsync("never", member => member.MailRhythm = MailFrequency.Never);
        await talk.JoinAsync("unconfirmed", member => member.EmailConfirmed = false);
        await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["never", "unconfirmed"]);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await RunAsync(talk));
    }

    [Fact]
    public async Task What_nobody_can_read_on_the_site_is_not_mailed()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var said = await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"]);
        await using (var db = await talk.Database.OpenAsync())
        {
            (await db.Comments.SingleAsync(c => c.Id == said.Id, Cancelled)).ChangeState(CommentState.Hidden, Scene.Start);
            await db.SaveChangesAsync(Cancelled);
        }

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await RunAsync(talk));
    }

    [Fact]
    public async Task What_is_a_month_old_is_no_news()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        await talk.SayAsync("maria", await talk.ConversationAsync(), null, ["jun"]);
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await RunAsync(talk));
    }

    [Fact]
    public async Task Several_nodes_at_once_write_each_mail_once()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "maria");
        var conversation = await talk.ConversationAsync();
        string[] names = [.. Enumerable.Range(1, 12).Select(number => $"member-{number:00}")];
        foreach (var name in names)
        {
            await talk.JoinAsync(name);
        }

        await talk.SayAsync("maria", conversation, null, names);
        _clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Job(talk).RunAsync(Cancelled), Cancelled)));
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal(names.Select(name => $"{name}@example.org"), (await db.Mails.Select(m => m.To).ToListAsync(Cancelled)).Order());
    }

    [Fact]
    public async Task One_click_ends_the_mails_and_a_second_one_changes_nothing()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        await using var db = await talk.Database.OpenAsync();
        var key = (await db.Members.AsNoTracking().SingleAsync(m => m.UserName == "jun", Cancelled)).UnsubscribeKey;
        var choice = talk.Database.Get<MailChoice>();
        Assert.Null((await choice.EndAsync(key, Cancelled)).Refusal);
        Assert.Null((await choice.EndAsync(key, Cancelled)).Refusal);
        Assert.Equal((MailWishes.None, new MailWishes(MailFrequency.Soon, Reviews: true)), (
            await choice.OfAsync(talk["jun"].Id, Cancelled), await choice.OfAsync(talk["maria"].Id, Cancelled)));
        Assert.Equal(Cause.NotThere, (await choice.EndAsync(Guid.NewGuid(), Cancelled)).Refusal!.Cause);
    }

    [Fact]
    public async Task Notifications_are_forgotten_after_ninety_days()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "jun", "maria");
        var conversation = await talk.ConversationAsync();
        await talk.SayAsync("maria", conversation, null, ["jun"]);
        var kept = await talk.SayAsync("maria", conversation, null, ["jun"], Scene.Start.AddDays(1));
        _clock.Advance(TimeSpan.FromDays(90.5));
        await new ForgetNotifications(talk.Database.Get<Writing>(), _clock).RunAsync(Cancelled);
        Assert.Equal([$"jun Mention comment:{kept.Id}"], await talk.ToldAsync());
    }

    private MailNotifications Job(Scene talk) => new(
        talk.Database.Get<IDbContextFactory<GuideDb>>(), talk.Database.Get<Writing>(),
        new ShortMails(), new SomeReviews(_reviews), new Signal<OutgoingMail>(), new DiscussionOptions(), _clock);

    /// <returns>Every mail that was written so far, as "to: how many: what".</returns>
    private async Task<IReadOnlyList<string>> RunAsync(Scene talk)
    {
        await Job(talk).RunAsync(Cancelled);
        await using var db = await talk.Database.OpenAsync();
        return [.. (await db.Mails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Cancelled)).Select(m => $"{m.To}: {m.Text}")];
    }

    private sealed class SomeReviews(int count) : IDueReviews
    {
        public IQueryable<Member> Among(GuideDb db, IQueryable<Member> members, DateTimeOffset after, DateTimeOffset upTo) =>
            members.Where(m => count > 0);

        public Task<int> CountAsync(int memberId, CancellationToken cancellationToken) => Task.FromResult(count);
    }

    private sealed class ShortMails : INotificationMail
    {
        public MailContent Write(NotificationDigest digest) =>
            new("News", $"{digest.Total}: {string.Join(", ", digest.Lines.Select(line => line.Text))}{Reviews(digest)}", "");

        private static string Reviews(NotificationDigest digest) => digest.Reviews > 0 ? $"; {digest.Reviews} to review" : "";
    }
}
