using System.ComponentModel.DataAnnotations;

using LlmGuide.Web.Shared.Sections;

using MimeKit;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>Where mails go (configuration section <c>Smtp</c>). What is right of one setting depends on the others.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    public const string DefaultFrom = "LlmGuide <guide@localhost>";

    internal const int WithTls = 465;

    /// <summary>The server's name; empty: mails become files in <see cref="Folder"/>.</summary>
    [AnyText]
    public string Host { get; init; } = "";

    /// <summary>Default 465 with <see cref="SmtpSecurity.Tls"/>, otherwise 587.</summary>
    [Range(1, ushort.MaxValue, ErrorMessage = "a number from {1} to {2}")]
    public int? Port { get; init; }

    /// <summary>Whom the server knows; empty: it asks for nobody.</summary>
    [AnyText]
    public string User { get; init; } = "";

    [AnyText, Secret]
    public string Password { get; init; } = "";

    /// <summary>
    /// Who the mails are from, with or without a name: <c>LlmGuide &lt;guide@example.org&gt;</c>. With a server it has to be set.
    /// </summary>
    [AnyText]
    public string From { get; init; } = "";

    public SmtpSecurity Security { get; init; }

    /// <summary>The folder for mails without a server; default <c>db/mail</c>.</summary>
    [AnyText]
    public string Folder { get; set; } = Path.Combine("db", "mail");

    internal int PortInUse => Port ?? (Security == SmtpSecurity.Tls ? WithTls : 587);

    internal string Sender => From.Length == 0 && Host.Length == 0 ? DefaultFrom : From;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length > 0 && Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return new ValidationResult("the name of a mail server such as smtp.example.org, or nothing", [nameof(Host)]);
        }
        else if (!MailboxAddress.TryParse(Sender, out var mailbox) || mailbox.LocalPart.Length == 0 || mailbox.Domain.Length == 0)
        {
            yield return new ValidationResult("an address such as guide@example.org, or LlmGuide <guide@example.org>", [nameof(From)]);
        }

        if (User.Length == 0 && Password.Length > 0)
        {
            yield return new ValidationResult("set when Smtp:Password is", [nameof(User)]);
        }
        else if (Password.Length == 0 && User.Length > 0)
        {
            yield return new ValidationResult("set when Smtp:User is", [nameof(Password)]);
        }
    }
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
