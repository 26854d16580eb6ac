using System.Net.Sockets;

using LlmGuide.Core.Mail;

using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

using MimeKit;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>
/// Hands mails to a server. It keeps the connection from one mail to the next, and closes it when there is nothing more to send.
/// </summary>
internal sealed class SmtpServer(SmtpOptions options, TimeProvider clock) : IMailTransport, IDisposable
{
    /// <summary>Until the server has said hello and let us in.</summary>
    private static readonly TimeSpan LongestGreeting = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private SmtpClient? _connection;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        MimeMessage message;
        try
        {
            message = MailMessages.Of(mail, options.Sender);
        }
        catch (ParseException wrong)
        {
            throw new MailRefusedException(MailRefusal.ForGood, wrong.Message, wrong);
        }

        using (message)
        {
            await ConnectAsync(cancellationToken);
            await HandOverAsync(message, cancellationToken);
        }
    }

    public async Task RestAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsConnected: true } open)
        {
            using var limit = new TimeAllowed(LongestGoodbye, clock, cancellationToken);
            try
            {
                await open.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception gone) when (IsOfTheLine(gone) || gone is OperationCanceledException)
            {
                // All mails are away already; a server that does not say goodbye changes nothing.
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsConnected: true })
        {
            return;
        }

        Dispose();
        _connection = new SmtpClient();
        using var limit = new TimeAllowed(LongestGreeting, clock, cancellationToken);
        try
        {
            await _connection.ConnectAsync(options.Host, options.PortInUse, Security(), limit.Token);
            if (options.User.Length > 0)
            {
                await _connection.AuthenticateAsync(options.User, options.Password, limit.Token);
            }
        }
        catch (Exception away) when (IsOfTheLine(away) || away is AuthenticationException or NotSupportedException or CommandException)
        {
            Dispose();
            throw new MailRefusedException(MailRefusal.OfAll, away.Message, away);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            Dispose();
            throw new MailRefusedException(MailRefusal.OfAll, "The server did not say hello in time.", late);
        }
    }

    private async Task HandOverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _connection!.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException answer)
        {
            throw new MailRefusedException(KindOf(answer), $"{(int)answer.StatusCode} {answer.Message}", answer);
        }
        catch (Exception dropped) when (IsOfTheLine(dropped) || dropped is ServiceNotAuthenticatedException)
        {
            Dispose();
            throw new MailRefusedException(MailRefusal.ForNow, dropped.Message, dropped);
        }
        catch (OperationCanceledException)
        {
            // In the middle of something: nothing more can be said on this line.
            Dispose();
            throw;
        }
    }

    // 5yz is for good and 4yz for now (RFC 5321, 4.2.1). A refusal of the sender, or of everything,
    // is about our settings and not about this mail.
    private static MailRefusal KindOf(SmtpCommandException answer) =>
        (int)answer.StatusCode < 500 ? answer.StatusCode == SmtpStatusCode.ServiceNotAvailable ? MailRefusal.OfAll : MailRefusal.ForNow
        : answer.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted ? MailRefusal.ForGood
        : MailRefusal.OfAll;

    private static bool IsOfTheLine(Exception thrown) =>
        thrown is IOException or SocketException or ProtocolException or SslHandshakeException or ServiceNotConnectedException;

    private SecureSocketOptions Security() => options.Security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => options.PortInUse == SmtpOptions.WithTls ? SecureSocketOptions.SslOnConnect
            : options.User.Length > 0 ? SecureSocketOptions.StartTls
            : SecureSocketOptions.StartTlsWhenAvailable,
    };
}
