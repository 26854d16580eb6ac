using System.Globalization;

using LlmGuide.Web.Mail;
using LlmGuide.Web.Mail.Sending;

using MimeKit;

namespace LlmGuide.Web.Settings;

/// <summary>How mails leave. What is right of one setting depends on the others.</summary>
internal static class MailSettings
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var (host, user, password) = (settings["Smtp:Host"] ?? "", settings["Smtp:User"] ?? "", settings["Smtp:Password"] ?? "");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown && host.Length > 0)
        {
            throw StartUpException.Setting("Smtp:Host", host, "the name of a mail server such as smtp.example.org, or nothing");
        }

        // The password itself is never repeated.
        if (user.Length == 0 != (password.Length == 0))
        {
            throw user.Length == 0
                ? StartUpException.Setting("Smtp:User", user, "set when Smtp:Password is")
                : StartUpException.Setting("Smtp:Password", "", "set when Smtp:User is");
        }

        var security = settings.One("Smtp:Security", SmtpSecurity.Auto);
        builder.Services.AddMail(new SmtpOptions
        {
            Host = host,
            Port = Port(settings) ?? (security == SmtpSecurity.Tls ? 465 : 587),
            User = user,
            Password = password,
            From = From(settings, host),
            Security = security,
            Folder = Path.GetFullPath(
                settings["Smtp:Folder"] is { Length: > 0 } folder ? folder : Path.Combine("db", "mail"), GuideFolders.Root),
        });
    }

    private static int? Port(ConfigurationManager settings) =>
        settings["Smtp:Port"] is not { Length: > 0 } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port
        : throw StartUpException.Setting("Smtp:Port", value, "a number from 1 to 65535");

    private static string From(ConfigurationManager settings, string host)
    {
        var value = settings["Smtp:From"] is { Length: > 0 } set ? set : host.Length == 0 ? SmtpOptions.DefaultFrom : "";
        return MailboxAddress.TryParse(value, out var mailbox) && mailbox.LocalPart.Length > 0 && mailbox.Domain.Length > 0
            ? value
            : throw StartUpException.Setting("Smtp:From", value, "an address such as guide@example.org, or LlmGuide <guide@example.org>");
    }
}
