namespace LlmGuide.Core.Mail;

/// <summary>What is to be said in a mail. <see cref="MailRenderer"/> makes plain text and HTML of it, so that both say the same.</summary>
/// <param name="Parts">In order.</param>
/// <param name="UnsubscribeUrl">Where one click ends such mails; <c>null</c> for a mail that somebody asked for.</param>
public sealed record MailTemplate(string Subject, string To, IReadOnlyList<LetterPart> Parts, string Why, string? UnsubscribeUrl = null);

/// <summary>A paragraph of a letter, in plain text: nothing in it is markup.</summary>
/// <param name="Text">What it says; may be empty.</param>
/// <param name="Url">Where that leads, a whole address; <c>null</c> for a paragraph without a link.</param>
public sealed record LetterPart(string Text, string? LinkText = null, string? Url = null, string? Quote = null);
