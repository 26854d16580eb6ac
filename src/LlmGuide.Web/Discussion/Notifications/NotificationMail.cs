using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Discussion.Notifications;

/// <summary>The mail about what was not read on the site.</summary>
internal sealed class NotificationMail(
    MailRenderer renderer, SiteAddress address, IOptions<SiteOptions> site, DiscussionOptions options) : INotificationMail
{
    private const int LongestQuote = 400;

    public MailContent Write(NotificationDigest digest) =>
        renderer.Write(new MailTemplate(
            Subject(digest),
            digest.Name,
            [.. digest.Lines.Select(Part), .. More(digest), .. Reviews(digest),
                new LetterPart("", "Change how often you get these emails", address.Of(Links.Notifications + "#mail"))],
            digest.Lines.Count == 0
                ? "You get this email at most once a week, while checks that you have answered come back."
            : digest.Rhythm == MailFrequency.Weekly
                ? "You get this email once a week, about what you have not read on the site."
                : $"You get this email because you have not read it on the site within {Labels.Count(options.MailAfterMinutes, "minute")}.",
            address.Of(Links.Unsubscribe(digest.UnsubscribeKey))));

    private string Subject(NotificationDigest digest) =>
        digest.Lines.Count == 0 ? $"{Labels.Count(digest.Reviews, "check")} to review on {site.Value.Title}"
        : digest.Rhythm == MailFrequency.Weekly ? $"Your week on {site.Value.Title}: {Labels.Count(digest.Total, "notification")}"
        : digest.Total == 1 ? NotificationLabels.Sentence(digest.Lines[0])
        : $"{Labels.Count(digest.Total, "notification")} on {site.Value.Title}";

    private LetterPart Part(NotificationLine line)
    {
        var quote = NotificationLabels.Quote(line, LongestQuote);
        return new LetterPart(
            NotificationLabels.Sentence(line) + (quote.Length > 0 ? ":" : "."),
            "Read it on the site",
            NotificationLabels.Address(line) is { } path ? address.Of(path) : null,
            quote);
    }

    private IEnumerable<LetterPart> Reviews(NotificationDigest digest) =>
        digest.Reviews > 0
            ? [new LetterPart($"{Labels.Count(digest.Reviews, "check")} to review.", "Review them now", address.Of(Links.Reviews))] : [];

    private static IEnumerable<LetterPart> More(NotificationDigest digest) =>
        digest.Total > digest.Lines.Count ? [new LetterPart($"And {digest.Total - digest.Lines.Count} more.")] : [];
}
