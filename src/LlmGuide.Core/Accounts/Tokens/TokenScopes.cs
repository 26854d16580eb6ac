namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>What a program may do with a token. None of them includes another.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Read what its member has read, noted and bookmarked.</summary>
    Read = 1,

    /// <summary>Say how far its member is.</summary>
    Learn = 2,

    /// <summary>Send suggestions in its member's name.</summary>
    Suggest = 4,
}

public static class TokenScopeNames
{
    /// <summary>Each of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<TokenScopes> Each { get; } = [TokenScopes.Read, TokenScopes.Learn, TokenScopes.Suggest];

    /// <returns>Their names, in lower case.</returns>
    public static IReadOnlyList<string> ToNames(this TokenScopes scopes) =>
        [.. Each.Where(one => scopes.HasFlag(one)).Select(one => one.ToSlug())];
}
