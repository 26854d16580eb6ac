namespace LlmGuide.Core.Accounts;

/// <summary>Where the mails about an account lead to, as whole addresses.</summary>
/// <param name="NewAddress">Where a member, by number, confirms another address with a code.</param>
public sealed record AccountLinks(
    string Forgotten, Func<int, string, string> Confirm, Func<int, string, string> Reset, Func<int, string, string, string> NewAddress);
