using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;
using LlmGuide.Web.Mail.Sending;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Mail;

/// <summary>A site with a clock of its own that sends nothing by itself: a test says when a round is made.</summary>
internal sealed class MailSite : IAsyncDisposable
{
    private MailSite(GuideHost host, FakeTimeProvider clock)
    {
        Host = host;
        Clock = clock;
    }

    public GuideHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public static Task<MailSite> StartAsync(LoopbackSmtp server, params string[] settings) => StartAsync(
        [$"--Smtp:Host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--Smtp:Port={server.Port}"),
            "--Smtp:From=LlmGuide <guide@example.org>", .. settings]);

    public static async Task<MailSite> StartAsync(params string[] settings)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var host = await GuideHost.StartAsync(
            services => WithoutJobs(services).Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
            ["--Database:SeedOnStart=false", "--Site:PublicUrl=https://guide.example", .. settings]);
        return new MailSite(host, clock);
    }

    public Task WriteAsync(string subject = "A subject", string to = "jun@example.org", string? unsubscribe = null) =>
        Host.Services.GetRequiredService<Outbox>()
            .AddAsync(to, new MailContent(subject, "Some text.\n", "<p>Some text.</p>", unsubscribe), GuideHost.Cancelled);

    /// <summary>A sender with a connection of its own, as another node has it.</summary>
    public MailBatch NewRound() => new(
        Host.Services.GetRequiredService<Outbox>(),
        ActivatorUtilities.CreateInstance<SmtpServer>(Host.Services),
        Clock,
        NullLogger<MailBatch>.Instance);

    public Task<int> SendAsync() => Host.Services.GetRequiredService<MailBatch>().RunAsync(GuideHost.Cancelled);

    public async Task<IReadOnlyList<OutgoingMail>> MailsAsync()
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync(GuideHost.Cancelled);
        return await db.Mails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(GuideHost.Cancelled);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static IServiceCollection WithoutJobs(IServiceCollection services)
    {
        foreach (var job in services.Where(
            s => s.ServiceType == typeof(IHostedService)
                && (s.ImplementationType ?? s.ImplementationFactory?.Method.DeclaringType)?.Assembly == typeof(GuideSite).Assembly)
            .ToList())
        {
            services.Remove(job);
        }

        return services;
    }
}
