using LlmGuide.Web.Mail;
using LlmGuide.Web.Mail.Sending;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Settings;

/// <summary>How mails leave: whether there is a server decides about what is registered.</summary>
internal static class MailSettings
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddMail(builder.AddSection<SmtpOptions>(SmtpOptions.Section));
        builder.Services.PostConfigure<SmtpOptions>(smtp => smtp.Folder = Path.GetFullPath(smtp.Folder, GuideFolders.Root));
    }
}
