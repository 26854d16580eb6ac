using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Tokens;

/// <summary>Takes a token back: it is refused with the next request.</summary>
public sealed class RemoveAccessToken(Writing writing, SecurityLog security)
{
    /// <param name="tokenId">One of the actor's own.</param>
    public async Task<Outcome<Done>> RunAsync(Actor by, int tokenId, CancellationToken cancellationToken) => security.After(
        await writing.RunAsync<Done>(
            async db => await db.AccessTokens.Where(t => t.Id == tokenId && t.MemberId == by.Id)
                .ExecuteDeleteAsync(cancellationToken) > 0
                ? default(Done)
                : Refusal.NotThere("This token no longer exists."),
            cancellationToken),
        SecurityEvent.TokenRemoved, by.Id);
}
