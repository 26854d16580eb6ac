using System.Data.Common;

using LlmGuide.Core.Mail;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>Sends everything that is due. One at a time in a process; other processes may do the same meanwhile.</summary>
internal sealed partial class MailBatch(Outbox outbox, IMailTransport transport, TimeProvider clock, ILogger<MailBatch> log)
{
    /// <summary>
    /// For one mail. A server may take ten minutes for its last word, and a sender that does not wait sends twice (RFC 5321, 4.5.3.2.6).
    /// </summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(11);

    /// <summary>What is being sent when the application stops may still finish.</summary>
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PauseOfServer = TimeSpan.FromSeconds(30);

    /// <summary>Short: when the database is back after the lease was over, this sender must be there before another.</summary>
    private static readonly TimeSpan PauseOfDatabase = TimeSpan.FromSeconds(1);

    /// <summary>Mails that the server has, and the database could not be told of. Nothing else is sent before it knows.</summary>
    private readonly Queue<int> _taken = new();

    private bool _away;

    /// <returns>How many mails were sent.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        var sent = 0;
        try
        {
            while (await outbox.TakeAsync(cancellationToken) is { } mail && await SendAsync(mail, cancellationToken))
            {
                sent++;
                await SettleAsync(cancellationToken);
            }
        }
        finally
        {
            await transport.RestAsync(cancellationToken);
        }

        return sent;
    }

    /// <returns>Whether it makes sense to go on.</returns>
    private async Task<bool> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await HandOverAsync(mail, cancellationToken);
            _away = false;
            return true;
        }
        catch (MailRefusedException refused) when (refused.Kind == MailRefusal.OfAll)
        {
            if (!_away)
            {
                _away = true;
                LogServerAway(log, refused.Message);
            }

            await outbox.PutBackAsync(mail, refused.Message, PauseOfServer, CancellationToken.None);
            return false;
        }
        catch (MailRefusedException refused)
        {
            await FailAsync(mail, refused.Message, refused.Kind == MailRefusal.ForGood);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await outbox.PutBackAsync(mail, "The application was stopped.", TimeSpan.Zero, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            await FailAsync(mail, "The server did not answer in time.", forGood: false);
        }

        return true;
    }

    private async Task HandOverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await using var lease = outbox.Hold(mail);
        using var time = new CancellationTokenSource(LongestSending, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, lease.Lost);
        await using var stopping = cancellationToken.Register(() => time.CancelAfter(LastMoment));
        await transport.SendAsync(mail, limit.Token);
        _taken.Enqueue(mail.Id);
    }

    private async Task FailAsync(OutgoingMail mail, string why, bool forGood)
    {
        if (await outbox.FailedAsync(mail, why, forGood, CancellationToken.None))
        {
            LogLater(log, mail.Id, mail.Attempts, why);
        }
        else
        {
            LogGivenUp(log, mail.Id, mail.Attempts, why);
        }
    }

    /// <summary>Tells the database what the server has. Not even the end of the application interrupts that.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var said = false;
        while (_taken.TryPeek(out var id))
        {
            try
            {
                await outbox.SentAsync(id, CancellationToken.None);
                _taken.Dequeue();
                said = false;
            }
            catch (Exception busy) when (busy is DbException or TimeoutException)
            {
                if (!said)
                {
                    LogNotWritten(log, id, busy);
                    said = true;
                }

                await Task.Delay(PauseOfDatabase, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail can be sent for now, and all are kept: {Reason}")]
    private static partial void LogServerAway(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not taken (attempt {Attempts}) and is tried again: {Reason}")]
    private static partial void LogLater(ILogger logger, int id, int attempts, string reason);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Mail {Id} is given up after attempt {Attempts}; it stays in the table OutgoingMails: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, int id, int attempts, string reason);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Mail {Id} was sent, but that could not be written down. No other mail is sent before it is.")]
    private static partial void LogNotWritten(ILogger logger, int id, Exception exception);
}
