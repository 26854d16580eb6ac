namespace LlmGuide.Core.Mail;

/// <summary>What a mail says, ready to be sent.</summary>
/// <param name="Text">The whole mail as plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="UnsubscribeUrl">See <see cref="OutgoingMail.UnsubscribeUrl"/>.</param>
public sealed record MailContent(string Subject, string Text, string Html, string? UnsubscribeUrl = null);
