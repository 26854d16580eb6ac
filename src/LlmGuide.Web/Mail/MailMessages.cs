using System.Globalization;

using LlmGuide.Core.Mail;

using MimeKit;

namespace LlmGuide.Web.Mail;

/// <summary>A mail as it goes over the wire. The same row gives the same message each time.</summary>
internal static class MailMessages
{
    /// <exception cref="ParseException">The address is none.</exception>
    public static MimeMessage Of(OutgoingMail mail, string from)
    {
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage
        {
            Date = mail.CreatedAt,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.MessageId:N}@{sender.Domain}"),
            Subject = mail.Subject.ReplaceLineEndings(" "),
            Body = new MultipartAlternative(new TextPart("plain") { Text = mail.Text }, new TextPart("html") { Text = mail.Html }),
        };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(mail.To));

        // Nobody's holiday notice answers it (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.UnsubscribeUrl is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            if (unsubscribe.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal))
            {
                // One click only where nobody on the way can see the key (RFC 8058, 3.1).
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        return message;
    }
}
