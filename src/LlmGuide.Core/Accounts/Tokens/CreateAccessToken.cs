using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>
/// Makes a token for the programs of a member. Who is suspended may too: all that it then does is read, as they do themselves.
/// </summary>
public sealed class CreateAccessToken(Writing writing, SecurityLog security, TimeProvider clock)
{
    /// <summary>How many a member can have at once; those that have ended count until they are removed.</summary>
    public const int Most = 20;

    /// <returns>The token. It is told here and never again.</returns>
    public async Task<Outcome<string>> RunAsync(Actor by, AccessTokenDraft draft, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!draft.Read(now).TryGet(out var wanted, out var wrong))
        {
            return wrong;
        }

        var text = AccessToken.NewText();
        var made = await writing.RunAsync<string>(
            async db =>
            {
                await writing.HoldAsync(db, "tokens:" + by.Id.ToInvariantString(), cancellationToken);
                if (await db.AccessTokens.CountAsync(t => t.MemberId == by.Id, cancellationToken) >= Most)
                {
                    return Refusal.Rule($"You have {Most} tokens. Remove one that is no longer used first.");
                }

                db.AccessTokens.Add(new AccessToken
                {
                    MemberId = by.Id,
                    Digest = AccessToken.DigestOf(text),
                    Name = wanted.Name,
                    Scopes = draft.Scopes,
                    CreatedAt = now,
                    ExpiresAt = wanted.ExpiresAt,
                });
                return text;
            },
            cancellationToken);
        return security.After(made, SecurityEvent.TokenMade, by.Id);
    }
}
