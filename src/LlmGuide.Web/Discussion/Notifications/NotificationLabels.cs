using System.Globalization;

using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Text;
using LlmGuide.Web.Markdown;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Discussion.Notifications;

/// <summary>What happened, in words: for a line of the page as for a mail.</summary>
internal static class NotificationLabels
{
    /// <summary>Who or how many: "maria", "3 new comments", "A former member".</summary>
    public static string Who(NotificationLine line) =>
        line.Count > 1 ? Labels.Count(line.Count, "new comment")
        : line.Reason == NotificationReason.Moderation ? ""
        : line.By ?? "A former member";

    /// <summary>Did what: goes on from <see cref="Who"/> and ends before the name of the subject.</summary>
    public static string Did(NotificationLine line) => line switch
    {
        { Count: > 1 } => "on",
        { Reason: NotificationReason.Mention } => "mentioned you on",
        { Reason: NotificationReason.Reply } => "replied to you on",
        { Reason: NotificationReason.Moderation, Event: var happened } => Decided(happened, line.Subject is not null),
        _ when IsAnswer(line) => "marked an answer on",
        _ => "wrote on",
    };

    /// <summary>Whether the reader is told because of what they follow.</summary>
    public static bool IsFollowed(NotificationLine line) => line.Reason == NotificationReason.Followed;

    /// <summary>All of it in one sentence, without a full stop.</summary>
    public static string Sentence(NotificationLine line) =>
        string.Join(' ', ((string[])[Who(line), Did(line), line.Subject is { } subject ? $"“{BidiText.Isolated(subject.Title)}”" : ""])
            .Where(words => words.Length > 0))
        + (IsFollowed(line) ? ", which you follow" : "");

    /// <summary>The beginning of what is to be read.</summary>
    public static string Quote(NotificationLine line, int length) =>
        line.Html is { } html ? Excerpt.Of(html, length) : Labels.Excerpt(line.Text, length);

    /// <summary>Where to read on; <c>null</c> when there is no such place.</summary>
    public static string? Address(NotificationLine line) =>
        line.CommentId is { } comment ? Links.Comment(comment)
        : line.Subject is { } subject ? ConversationAddress.Subject(subject.Type, subject.Slug)
        : SuggestionOf(line) is { } suggestion ? Links.Suggestion(suggestion)
        : null;

    /// <returns>The number of the suggestion that was decided; <c>null</c> for anything else.</returns>
    public static int? SuggestionOf(NotificationLine line) =>
        line.Event.Split(':') is ["accepted" or "declined", var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static bool IsAnswer(NotificationLine line) => line.Event.StartsWith("answer:", StringComparison.Ordinal);

    private static string Decided(string happened, bool somewhere) => (happened.Split(':')[0], somewhere) switch
    {
        ("removed", true) => "A moderator removed your comment on",
        ("restored", true) => "A moderator restored your comment on",
        ("suspended", _) => "A moderator suspended your account: you can read, but not write",
        ("accepted", _) => "Your suggestion was accepted",
        ("declined", _) => "Your suggestion was declined",
        (_, true) => "A moderator reviewed your comment on",
        _ => "A moderator wrote to you",
    };
}
