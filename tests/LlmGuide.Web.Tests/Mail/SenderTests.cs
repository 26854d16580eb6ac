using System.Threading.Channels;

using LlmGuide.Core.Mail;
using LlmGuide.Web.Mail.Sending;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Mail;

/// <summary>The sender that runs beside the site.</summary>
public sealed class SenderTests
{
    private static readonly MailContent Content = new("A subject", "Text", "<p>Text</p>");

    [Fact]
    public async Task A_mail_leaves_at_once_when_the_outbox_rings()
    {
        var carried = new Carried();
        await using var host = await StartAsync(carried, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await host.Services.GetRequiredService<Outbox>().AddAsync("jun@example.org", Content, GuideHost.Cancelled);
        Assert.Equal("jun@example.org", await carried.NextAsync());
    }

    [Fact]
    public async Task A_mail_that_nobody_rang_for_leaves_with_the_next_tick()
    {
        var carried = new Carried { Away = true };
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(carried, clock);
        await host.Services.GetRequiredService<Outbox>().AddAsync("jun@example.org", Content, GuideHost.Cancelled);
        await carried.NextAsync();
        carried.Away = false;
        await carried.RestedAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("jun@example.org", await carried.NextAsync());
    }

    private static Task<GuideHost> StartAsync(Carried carried, FakeTimeProvider clock) => GuideHost.StartAsync(
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .Replace(ServiceDescriptor.Singleton<IMailTransport>(carried)),
        "--Database:SeedOnStart=false");

    /// <summary>Notes what it is given.</summary>
    private sealed class Carried : IMailTransport
    {
        private readonly Channel<string> _mails = Channel.CreateUnbounded<string>();
        private readonly Channel<bool> _rests = Channel.CreateUnbounded<bool>();
        private volatile bool _given;

        public bool Away { get; set; }

        public ValueTask<string> NextAsync() => _mails.Reader.ReadAsync(GuideHost.Cancelled);

        /// <summary>The end of the first round that had something to send.</summary>
        public async Task RestedAsync() => await _rests.Reader.ReadAsync(GuideHost.Cancelled);

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            // Asked first: the test goes on as soon as it has the mail.
            var away = Away;
            _given = true;
            _mails.Writer.TryWrite(mail.To);
            return away ? throw new MailRefusedException(MailRefusal.OfAll, "Away.", new IOException()) : Task.CompletedTask;
        }

        public Task RestAsync(CancellationToken cancellationToken)
        {
            if (_given)
            {
                _rests.Writer.TryWrite(true);
            }

            return Task.CompletedTask;
        }
    }
}
