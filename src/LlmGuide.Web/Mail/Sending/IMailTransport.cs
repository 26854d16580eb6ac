using LlmGuide.Core.Mail;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>What carries mails away: a server, or a folder. One sender uses it at a time.</summary>
public interface IMailTransport
{
    /// <returns>When it has been taken over for good.</returns>
    /// <exception cref="MailRefusedException">It has not, and the kind says what is to be done.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>There is nothing more to send for now.</summary>
    Task RestAsync(CancellationToken cancellationToken);
}
