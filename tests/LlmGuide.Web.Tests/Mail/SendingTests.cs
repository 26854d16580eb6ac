using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;

using Microsoft.Extensions.DependencyInjection;

using MimeKit;

namespace LlmGuide.Web.Tests.Mail;

/// <summary>From the outbox to a server that may be away, refuse, or hang up.</summary>
public sealed class SendingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_mail_arrives_as_text_and_HTML_with_one_click_to_unsubscribe()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync("“Grüße”", unsubscribe: "https://guide.example/unsubscribe/1");
        Assert.Equal(1, await site.SendAsync());
        var message = Assert.Single(server.Messages).Message;
        Assert.Equal("“Grüße”", message.Subject);
        Assert.Equal(("LlmGuide", "guide@example.org"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Equal("jun@example.org", message.To.Mailboxes.Single().Address);
        Assert.Equal("Some text.", message.TextBody?.Trim());
        Assert.Equal("<p>Some text.</p>", message.HtmlBody?.Trim());
        Assert.Equal("<https://guide.example/unsubscribe/1>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task A_mail_that_was_asked_for_offers_no_unsubscribing()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        await site.SendAsync();
        Assert.DoesNotContain(
            Assert.Single(server.Messages).Message.Headers, header => header.Field.StartsWith("List-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subject_cannot_smuggle_in_a_header()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync("Hello\r\nBcc: victim@example.org");
        await site.SendAsync();
        Assert.Empty(Assert.Single(server.Messages).Message.Bcc);
    }

    [Fact]
    public async Task An_acknowledged_mail_is_never_sent_again()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        await site.SendAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await site.SendAsync());
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_dead_server_loses_none_and_costs_no_attempt()
    {
        var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await server.DisposeAsync();
        for (var number = 1; number <= 3; number++)
        {
            await site.WriteAsync($"Number {number}");
        }

        for (var round = 0; round < Outbox.MaxAttempts + 1; round++)
        {
            await site.SendAsync();
            site.Clock.Advance(Minute);
        }

        Assert.All(await site.MailsAsync(), mail => Assert.Equal((0, null), (mail.Attempts, mail.SentAt)));
        await using var back = new LoopbackSmtp(server.Port);
        Assert.Equal(3, await site.SendAsync());
        Assert.Equal(["Number 1", "Number 2", "Number 3"], back.Messages.Select(m => m.Message.Subject).Order());
        Assert.Equal(1, back.Connections);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_line_that_drops_before_the_last_word_is_tried_again_with_the_same_identity(string at)
    {
        await using var server = new LoopbackSmtp().Answer(at, "");
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        await site.SendAsync();
        Assert.Empty(server.Acknowledged);
        Assert.NotNull(Assert.Single(await site.MailsAsync()).LastError);
        site.Clock.Advance(Minute);
        await site.SendAsync();
        Assert.Single(server.Acknowledged);
        Assert.Single(server.Messages.Select(m => m.Message.MessageId).Distinct());
    }

    [Fact]
    public async Task What_the_server_does_not_take_for_now_is_tried_later_and_then_given_up()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        for (var attempt = 1; attempt <= Outbox.MaxAttempts; attempt++)
        {
            server.Answer("RCPT", "451 The mailbox is busy.");
            await site.SendAsync();
            site.Clock.Advance(TimeSpan.FromHours(8));
        }

        await site.SendAsync();
        Assert.Empty(server.Messages);
        var kept = Assert.Single(await site.MailsAsync());
        Assert.Equal((Outbox.MaxAttempts, null, "451 The mailbox is busy."), (kept.Attempts, kept.SentAt, kept.LastError));
    }

    [Fact]
    public async Task A_pause_after_a_failure_doubles()
    {
        await using var server = new LoopbackSmtp().Answer(".", "452 No room.").Answer(".", "452 No room.");
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        await site.SendAsync();
        site.Clock.Advance(Minute);
        await site.SendAsync();
        site.Clock.Advance(Minute);
        await site.SendAsync();
        Assert.Empty(server.Acknowledged);
        site.Clock.Advance(Minute);
        await site.SendAsync();
        Assert.Single(server.Acknowledged);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_given_up_soon_and_holds_up_no_other()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync("Lost");
        for (var attempt = 0; attempt <= Outbox.MaxRefusals; attempt++)
        {
            server.Answer("RCPT", "550 Nobody here.");
            await site.WriteAsync("Found");
            await site.SendAsync();
            server.Answers.Clear();
            site.Clock.Advance(TimeSpan.FromHours(9));
        }

        await site.SendAsync();
        Assert.Equal(Outbox.MaxRefusals, (await site.MailsAsync()).First(m => m.Subject == "Lost").Attempts);
        Assert.DoesNotContain(server.Messages, m => m.Message.Subject == "Lost");
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        var subjects = Enumerable.Range(1, 20).Select(number => $"Number {number:00}").ToList();
        foreach (var subject in subjects)
        {
            await site.WriteAsync(subject);
        }

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.NewRound().RunAsync(GuideHost.Cancelled), GuideHost.Cancelled)));
        Assert.Equal(subjects, server.Messages.Select(m => m.Message.Subject).Order());
    }

    [Fact]
    public async Task A_mail_that_a_crashed_sender_had_taken_is_sent_when_its_lease_is_over()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync();
        Assert.NotNull(await site.Host.Services.GetRequiredService<Outbox>().TakeAsync(GuideHost.Cancelled));
        Assert.Equal(0, await site.SendAsync());
        site.Clock.Advance(Lease.Length);
        Assert.Equal(1, await site.SendAsync());
    }

    [Fact]
    public async Task Without_a_server_a_mail_becomes_one_file()
    {
        await using var site = await MailSite.StartAsync();
        await site.WriteAsync("In a file");
        await site.SendAsync();
        var file = Assert.Single(Directory.GetFiles(site.Host.MailFolder));
        using var message = await MimeMessage.LoadAsync(file, GuideHost.Cancelled);
        Assert.Equal(("In a file", ".eml"), (message.Subject, Path.GetExtension(file)));
    }

    [Fact]
    public async Task Without_a_server_a_mail_that_is_sent_again_after_a_crash_is_still_one_file()
    {
        await using var site = await MailSite.StartAsync();
        await site.WriteAsync();
        var outbox = site.Host.Services.GetRequiredService<Outbox>();
        var transport = site.Host.Services.GetRequiredService<Web.Mail.Sending.IMailTransport>();
        await transport.SendAsync((await outbox.TakeAsync(GuideHost.Cancelled))!, GuideHost.Cancelled);
        site.Clock.Advance(Lease.Length);
        Assert.Equal(1, await site.SendAsync());
        Assert.Single(Directory.GetFiles(site.Host.MailFolder));
    }

    [Fact]
    public async Task What_was_sent_long_ago_is_forgotten_and_what_was_not_is_kept()
    {
        await using var server = new LoopbackSmtp();
        await using var site = await MailSite.StartAsync(server);
        await site.WriteAsync("Sent");
        await site.SendAsync();
        await site.WriteAsync("Waiting");
        site.Clock.Advance(TimeSpan.FromDays(15));
        await site.Host.Services.GetRequiredService<Outbox>().ForgetAsync(GuideHost.Cancelled);
        Assert.Equal(["Waiting"], (await site.MailsAsync()).Select(m => m.Subject));
    }
}
