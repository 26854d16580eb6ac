using System.Collections.Concurrent;

using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Mail;

/// <summary>Taking mails from the outbox, on each database.</summary>
[OnEachDatabase]
public sealed class OutboxTests
{
    private static readonly MailContent Content = new("A subject", "Text", "<p>Text</p>");

    [Fact]
    public async Task A_mail_is_taken_once_and_the_oldest_first()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 2);
        Assert.Equal("1@example.org", (await outbox.TakeAsync(GuideDatabase.Cancelled))!.To);
        Assert.Equal("2@example.org", (await outbox.TakeAsync(GuideDatabase.Cancelled))!.To);
        Assert.Null(await outbox.TakeAsync(GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task Many_takers_at_once_take_each_mail_once()
    {
        const int Mails = 40;
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, Mails);
        var taken = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(TakeAllAsync, GuideDatabase.Cancelled)));
        Assert.Equal(Mails, taken.Count);
        Assert.Equal(Mails, taken.Distinct().Count());

        async Task TakeAllAsync()
        {
            while (await outbox.TakeAsync(GuideDatabase.Cancelled) is { } mail)
            {
                taken.Add(mail.To);
            }
        }
    }

    [Fact]
    public async Task A_mail_that_takes_long_is_its_senders_and_anothers_half_a_minute_after_that_was_killed()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 1);
        var mail = (await outbox.TakeAsync(GuideDatabase.Cancelled))!;
        await using (outbox.Hold(mail))
        {
            await database.Clock.BeatsAsync(5, async () =>
            {
                await using var db = await database.OpenAsync();
                return db.Mails.Single().NotBefore;
            });
            Assert.Null(await outbox.TakeAsync(GuideDatabase.Cancelled));
        }

        database.Clock.Advance(Lease.Length);
        Assert.NotNull(await outbox.TakeAsync(GuideDatabase.Cancelled));
        await using var late = outbox.Hold(mail);
        await late.LostAsync();
    }

    [Fact]
    public async Task A_mail_that_failed_keeps_why_and_waits()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 1);
        var mail = await outbox.TakeAsync(GuideDatabase.Cancelled);
        Assert.True(await outbox.FailedAsync(mail!, "No room.", forGood: false, GuideDatabase.Cancelled));
        Assert.Null(await outbox.TakeAsync(GuideDatabase.Cancelled));
        await using var db = await database.OpenAsync();
        Assert.Equal("No room.", Assert.Single(db.Mails).LastError);
    }

    [Fact]
    public async Task A_mail_that_was_sent_after_all_is_not_put_back()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 1);
        var mail = await outbox.TakeAsync(GuideDatabase.Cancelled);
        await outbox.SentAsync(mail!.Id, GuideDatabase.Cancelled);
        await outbox.PutBackAsync(mail, "The server is away.", TimeSpan.Zero, GuideDatabase.Cancelled);
        Assert.Null(await outbox.TakeAsync(GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_mail_that_was_put_back_is_due_again_and_has_cost_no_attempt()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 1);
        await outbox.PutBackAsync(
            (await outbox.TakeAsync(GuideDatabase.Cancelled))!, "The server is away.", TimeSpan.Zero, GuideDatabase.Cancelled);
        Assert.Equal(1, (await outbox.TakeAsync(GuideDatabase.Cancelled))!.Attempts);
    }

    [Fact]
    public async Task Whoever_runs_the_guide_sees_what_waits_what_was_given_up_and_why()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var outbox = database.Get<Outbox>();
        await AddAsync(outbox, 1);
        while (await outbox.TakeAsync(GuideDatabase.Cancelled) is { } mail)
        {
            await outbox.FailedAsync(mail, "No such box.", forGood: true, GuideDatabase.Cancelled);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        var later = database.Clock.GetUtcNow();
        await AddAsync(outbox, 3);
        await outbox.SentAsync((await outbox.TakeAsync(GuideDatabase.Cancelled))!.Id, GuideDatabase.Cancelled);
        await outbox.PutBackAsync(
            (await outbox.TakeAsync(GuideDatabase.Cancelled))!, "The server is away.", TimeSpan.FromMinutes(1), GuideDatabase.Cancelled);

        Assert.Equal(
            new OutboxState(Waiting: 2, Due: 1, later, GivenUp: 1, "The server is away.", later),
            await database.Get<OutboxStateQuery>().RunAsync(GuideDatabase.Cancelled));
    }

    private static async Task AddAsync(Outbox outbox, int mails)
    {
        for (var number = 1; number <= mails; number++)
        {
            await outbox.AddAsync($"{number}@example.org", Content, GuideDatabase.Cancelled);
        }
    }
}
