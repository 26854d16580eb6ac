using System.Globalization;

using LlmGuide.Core.Mail;

using MimeKit;

namespace LlmGuide.Web.Mail.Sending;

/// <summary>
/// Mails as files, for a site without a mail server. A file is there whole or not at all, and a mail has one file,
/// however often it is sent.
/// </summary>
internal sealed class MailFolder(SmtpOptions options) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.Folder, string.Create(
            CultureInfo.InvariantCulture, $"{mail.CreatedAt.UtcDateTime:yyyyMMdd-HHmmss}-{mail.MessageId:N}.eml"));
        try
        {
            MakeFolder();
            var unfinished = file + ".part";
            await using (var stream = new FileStream(unfinished, Options()))
            {
                await MailMessages.Of(mail, options.Sender).WriteToAsync(stream, cancellationToken);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch (ParseException wrong)
        {
            throw new MailRefusedException(MailRefusal.ForGood, wrong.Message, wrong);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException(MailRefusal.OfAll, refused.Message, refused);
        }
    }

    public Task RestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.Folder);
        }
        else
        {
            Directory.CreateDirectory(options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // A mail can hold a link that signs somebody in: it is for the operator's eyes only.
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous | FileOptions.WriteThrough,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
