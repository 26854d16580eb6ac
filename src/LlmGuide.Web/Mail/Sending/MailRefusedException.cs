namespace LlmGuide.Web.Mail.Sending;

/// <summary>A mail that was not taken; the message is what the server said.</summary>
public sealed class MailRefusedException : Exception
{
    public MailRefusedException()
    {
    }

    public MailRefusedException(string message)
        : base(message)
    {
    }

    public MailRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MailRefusedException(MailRefusal kind, string message, Exception innerException)
        : base(message, innerException) => Kind = kind;

    public MailRefusal Kind { get; } = MailRefusal.ForNow;
}

public enum MailRefusal
{
    /// <summary>No mail can be sent: the server is away, or does not let us in.</summary>
    OfAll,

    /// <summary>This one was not taken, but may be later.</summary>
    ForNow,

    /// <summary>This one will not be taken: there is no such mailbox, say.</summary>
    ForGood,
}
