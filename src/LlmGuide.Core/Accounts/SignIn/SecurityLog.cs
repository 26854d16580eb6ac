using Microsoft.Extensions.Logging;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>
/// One line for each event of <see cref="SecurityEvent"/>, with its parts as properties. Members are numbers there: a log is kept
/// longer, and read by more people, than names and addresses of mail should be. Nothing that somebody typed gets into it.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> log, TimeProvider clock)
{
    /// <summary>So many refusals are written a minute; the rest is counted, so that a storm of them does not fill the disk.</summary>
    public const int MostRefusalsAMinute = 300;

    private readonly Lock _window = new();
    private DateTimeOffset _windowEnds;
    private int _refusals;

    /// <param name="member">Whose account it is about; <c>null</c> when it is nobody's.</param>
    /// <param name="by">Who did it, when that is somebody else; 0 for whoever runs the executable.</param>
    /// <param name="where">The address on the network, or the route, that it came from; never text that was typed.</param>
    public void Write(SecurityEvent happened, int? member = null, int? by = null, string? where = null)
    {
        if (happened < SecurityEvent.SignInFailed)
        {
            LogEvent(log, happened, member, by, where);
        }
        else if (MayWrite())
        {
            LogRefusal(log, happened, member, by, where);
        }
    }

    /// <summary>Writes what a command did; nothing when it refused, unless there is a line for that.</summary>
    /// <returns>What the command has answered.</returns>
    public Outcome<T> After<T>(Outcome<T> done, SecurityEvent happened, int? member, int? by = null, SecurityEvent? refused = null)
    {
        if (done.Refusal is null)
        {
            Write(happened, member, by);
        }
        else if (refused is { } said)
        {
            Write(said, member, by);
        }

        return done;
    }

    private bool MayWrite()
    {
        lock (_window)
        {
            var now = clock.GetUtcNow();
            if (now >= _windowEnds)
            {
                if (_refusals > MostRefusalsAMinute)
                {
                    LogUnwritten(log, _refusals - MostRefusalsAMinute);
                }

                (_windowEnds, _refusals) = (now.AddMinutes(1), 0);
            }

            return ++_refusals <= MostRefusalsAMinute;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Security: {Event}, member {Member}, by {By}, {Where}.")]
    private static partial void LogEvent(ILogger logger, SecurityEvent @event, int? member, int? by, string? where);

    [LoggerMessage(2, LogLevel.Warning, "Security: {Event}, member {Member}, by {By}, {Where}.")]
    private static partial void LogRefusal(ILogger logger, SecurityEvent @event, int? member, int? by, string? where);

    [LoggerMessage(3, LogLevel.Warning, "Security: {Count} more refusals within a minute were not written.")]
    private static partial void LogUnwritten(ILogger logger, int count);
}
