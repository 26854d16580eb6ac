namespace LlmGuide.Web.Mail.Sending;

/// <summary>Where mails go (configuration section <c>Smtp</c>). Read and checked once, at start-up.</summary>
public sealed class SmtpOptions
{
    public const string DefaultFrom = "LlmGuide <guide@localhost>";

    /// <summary>The server's name; empty: mails become files in <see cref="Folder"/>.</summary>
    public string Host { get; init; } = "";

    /// <summary>Default 465 with <see cref="SmtpSecurity.Tls"/>, otherwise 587.</summary>
    public required int Port { get; init; }

    /// <summary>Whom the server knows; empty: it asks for nobody.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Who the mails are from, with or without a name: <c>LlmGuide &lt;guide@example.org&gt;</c>.</summary>
    public required string From { get; init; }

    public SmtpSecurity Security { get; init; }

    /// <summary>The whole path of the folder for mails without a server.</summary>
    public required string Folder { get; init; }
}

public enum SmtpSecurity
{
    /// <summary>
    /// TLS from the start on port 465; elsewhere STARTTLS: required when a password is sent, otherwise used where it is offered.
    /// </summary>
    Auto,
    None,
    StartTls,
    Tls,
}
