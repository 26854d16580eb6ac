using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Faults;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>How sending goes, for those who look after the guide.</summary>
internal sealed partial class MailStatus(JobRuns runs, DatabaseOutage outage, ILogger<MailSender> log)
{
    private const string Job = "Sending mails";

    private bool _failing;

    public void Went()
    {
        _failing = false;
        runs.Ran(Job);
    }

    /// <summary>Logged once, and not with every round until it is mended.</summary>
    public void Broke(Exception broken)
    {
        runs.Ran(Job, broken);
        if (outage.Note(broken) is null && !_failing)
        {
            LogBroken(log, broken);
        }

        _failing = true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be sent; the next round tries again.")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
