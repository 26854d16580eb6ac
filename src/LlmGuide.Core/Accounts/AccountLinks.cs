namespace LlmGuide.Core.Accounts;

/// <summary>Where the mails about an account lead to, as whole addresses.</summary>
/// <param name="Forgotten">Where to ask for a new password.</param>
/// <param name="Confirm">Where a member, by number, confirms their address with a code.</param>
/// <param name="Reset">Where a member, by number, chooses a new password with a code.</param>
/// <param name="NewAddress">Where a member, by number, confirms another address with a code.</param>
public sealed record AccountLinks(
    string Forgotten, Func<int, string, string> Confirm, Func<int, string, string> Reset, Func<int, string, string, string> NewAddress);
