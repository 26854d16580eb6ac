using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Notifications;

/// <summary>Puts notifications into a mail. The one implementation lives with the pages, in Web, where addresses are known.</summary>
public interface INotificationMail
{
    MailContent Write(NotificationDigest digest);
}

/// <param name="Lines">The newest ones, newest first; none in a mail about reviews alone.</param>
/// <param name="Reviews">How many checks come back to the member, said once a week to who wants to know it; else 0.</param>
/// <param name="UnsubscribeKey">See <see cref="Member.UnsubscribeKey"/>.</param>
public sealed record NotificationDigest(
    string Name, MailFrequency Rhythm, IReadOnlyList<NotificationLine> Lines, int Total, Guid UnsubscribeKey, int Reviews);
