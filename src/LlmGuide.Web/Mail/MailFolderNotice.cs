using LlmGuide.Web.Mail.Sending;

namespace LlmGuide.Web.Mail;

/// <summary>
/// Says where mails go when there is no server for them. Not before the site is up: one that cannot start has only that to say.
/// </summary>
internal sealed partial class MailFolderNotice(SmtpOptions options, ILogger<MailFolderNotice> log) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        LogFolder(log, options.Folder);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server is set (Smtp:Host): mails are written as files to {Folder}.")]
    private static partial void LogFolder(ILogger logger, string folder);
}
