using System.Globalization;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>A token that somebody wants, as typed.</summary>
/// <param name="Ends">The last day on which it works, in UTC, as <c>2027-02-28</c>.</param>
public sealed record AccessTokenDraft(string? Name, TokenScopes Scopes, string? Ends)
{
    /// <summary>A token that nobody remembers is taken for good at last: how far away its end may be.</summary>
    public const int MostDays = 366;

    /// <returns>The name in one line, and the moment from which on it is refused.</returns>
    internal Outcome<(string Name, DateTimeOffset ExpiresAt)> Read(DateTimeOffset now)
    {
        var name = TypedLine.Read(Name, AccessToken.LongestName, nameof(Name));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var isDay = DateOnly.TryParseExact(Ends, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            && last >= today && last <= today.AddDays(MostDays);
        var wrong = Refusal.All(
        [
            name.Refusal ?? (name.Value is "" ? Refusal.Rule("Give it a name that says which program it is for.", nameof(Name)) : null),
            Scopes == TokenScopes.None ? Refusal.Rule("Choose what it is for.", nameof(Scopes)) : null,
            isDay ? null : Refusal.Rule($"Choose a day from today on, at most {MostDays} days ahead.", nameof(Ends)),
        ]);
        return wrong is null
            ? (name.Value!, new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero))
            : wrong;
    }
}
