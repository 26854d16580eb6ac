using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Web.Shared;

// Comments, moderation and notifications.
public static partial class Links
{
    public const string Discussions = "/discussions";
    public const string Moderate = "/moderate";

    /// <summary>Where something is done with the comments that are selected.</summary>
    public const string ModerateBulk = "/moderate/bulk";
    public const string Notifications = "/me/notifications";
    public const string NotificationsRead = "/me/notifications/read";
    public const string NotificationMails = "/me/notifications/mail";
    public const string Follow = "/me/follow";

    /// <summary>The page that a conversation is on.</summary>
    public static string Subject(SubjectType type, string slug) => type switch
    {
        SubjectType.Topic => Topic(slug),
        SubjectType.Resource => Resource(slug),
        SubjectType.Group => Group(slug),
        _ => Task(slug),
    };

    public static string CommentHistory(int id) => $"{Comment(id)}/history";

    public static string EditComment(int id) => $"{Comment(id)}/edit";

    public static string DeleteComment(int id) => $"{Comment(id)}/delete";

    public static string UndeleteComment(int id) => $"{Comment(id)}/undelete";

    public static string FlagComment(int id) => $"{Comment(id)}/flag";

    public static string Reply(int commentId) => $"{Comment(commentId)}/reply";

    public static string Write(int conversationId) => string.Create(CultureInfo.InvariantCulture, $"/write/{conversationId}");

    public static string Vote(int commentId, Ballot ballot) => $"{Comment(commentId)}/vote/{ballot.ToSlug()}";

    public static string Answer(int commentId, bool answers) => $"{Comment(commentId)}/{(answers ? "answers" : "answers-not")}";

    /// <summary>Where a page that is open hears that a conversation changed.</summary>
    public static string Live(int conversationId) => string.Create(CultureInfo.InvariantCulture, $"/conversations/{conversationId}/live");

    /// <summary>Who has spoken in a conversation, for completing their names.</summary>
    public static string People(int conversationId) =>
        string.Create(CultureInfo.InvariantCulture, $"/conversations/{conversationId}/people");

    /// <summary>One case of the queue.</summary>
    public static string ModerateComment(int id) => string.Create(CultureInfo.InvariantCulture, $"{Moderate}/{id}");

    public static string RemoveComment(int id) => $"{Comment(id)}/remove";

    public static string LockConversation(int id) => string.Create(CultureInfo.InvariantCulture, $"/conversations/{id}/lock");

    public static string Suspend(string name) => $"{Member(name)}/suspend";

    public static string Comment(int id) => string.Create(CultureInfo.InvariantCulture, $"/c/{id}");

    /// <summary>Ends the mails of one member. Whoever has the address can, without signing in.</summary>
    public static string Unsubscribe(Guid key) => $"/unsubscribe/{key:N}";
}
