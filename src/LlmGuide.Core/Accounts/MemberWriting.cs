using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Accounts;

/// <summary>A write about members: <see cref="Writing"/>, with Identity's rules working inside the same transaction.</summary>
public sealed class MemberWriting(Writing writing, IServiceScopeFactory scopes)
{
    private static readonly Refusal Meanwhile = Refusal.Rule("This account was changed meanwhile. Look again, then try once more.");

    public async Task<Outcome<T>> RunAsync<T>(Func<GuideDb, UserManager<Member>, Task<Outcome<T>>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(act, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meanwhile;
        }
        catch (DbUpdateException)
        {
            // Somebody took the name or the address between the question and the answer; asked again, the rule says so.
            return await TryAsync(act, cancellationToken);
        }
    }

    private async Task<Outcome<T>> TryAsync<T>(Func<GuideDb, UserManager<Member>, Task<Outcome<T>>> act, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await writing.RunAsync(
            async db =>
            {
                using var members = ActivatorUtilities.CreateInstance<UserManager<Member>>(scope.ServiceProvider, MemberStores.Over(db));
                return await act(db, members);
            },
            cancellationToken);
    }
}
