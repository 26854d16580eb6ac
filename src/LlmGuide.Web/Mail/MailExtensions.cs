using LlmGuide.Web.Mail.Sending;

namespace LlmGuide.Web.Mail;

/// <summary>How mails are written and sent.</summary>
internal static class MailExtensions
{
    /// <param name="services">The application's.</param>
    /// <param name="options">Checked already.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, SmtpOptions options)
    {
        services.AddSingleton(options).AddSingleton<MailBatch>().AddSingleton<MailAddress>().AddSingleton<MailRenderer>();
        services.AddSingleton<OutboxTidying>().AddSingleton<MailStatus>().AddHostedService<MailSender>().AddHostedService<OutboxClock>();
        return options.Host.Length > 0
            ? services.AddSingleton<IMailTransport, SmtpServer>()
            : services.AddSingleton<IMailTransport, MailFolder>().AddHostedService<MailFolderNotice>();
    }
}
