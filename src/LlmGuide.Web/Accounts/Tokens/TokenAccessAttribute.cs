using LlmGuide.Core.Accounts.Tokens;

namespace LlmGuide.Web.Accounts.Tokens;

/// <summary>On an address whose callers show a token: no cookie counts there, so no other site can have a browser act at it.</summary>
/// <param name="scope">What the token has to be for.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class TokenAccessAttribute(TokenScopes scope) : Attribute
{
    public TokenScopes Scope { get; } = scope;

    /// <summary>Whether who sends no token is answered too, as anybody is. A wrong one is refused all the same.</summary>
    public bool Optional { get; init; }
}
