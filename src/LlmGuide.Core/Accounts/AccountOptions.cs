namespace LlmGuide.Core.Accounts;

/// <summary>What accounts depend on in the settings.</summary>
public sealed class AccountOptions
{
    /// <summary>Whether mails reach anybody (<c>Smtp:Host</c> is set). Only then must an address be confirmed.</summary>
    public bool MailIsSent { get; set; }
}
