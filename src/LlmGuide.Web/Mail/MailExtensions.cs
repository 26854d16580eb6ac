using LlmGuide.Core.Data;
using LlmGuide.Core.Mail;
using LlmGuide.Web.Mail.Sending;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Jobs;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Mail;

/// <summary>How mails are written and sent.</summary>
internal static class MailExtensions
{
    /// <param name="options">As they are set.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, SmtpOptions options)
    {
        services.AddSingleton<MailBatch>()
            .AddSingleton(given => new MailRenderer(given.GetRequiredService<IOptions<SiteOptions>>().Value.Title));
        services
            .AddJob<MailBatch>(
                "Sending mails", TimeSpan.FromSeconds(30), (batch, cancellationToken) => batch.RunAsync(cancellationToken),
                first: TimeSpan.Zero, signal: given => given.GetRequiredService<Signal<OutgoingMail>>())
            .AddJob<Outbox>(
                "Forgetting old mails", TimeSpan.FromDays(1), (outbox, cancellationToken) => outbox.ForgetAsync(cancellationToken),
                first: TimeSpan.Zero);
        return options.Host.Length > 0
            ? services.AddSingleton<IMailTransport, SmtpServer>()
            : services.AddSingleton<IMailTransport, MailFolder>().AddHostedService<MailFolderNotice>();
    }
}
