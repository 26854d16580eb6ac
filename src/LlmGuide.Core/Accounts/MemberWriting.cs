using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Accounts;

/// <summary>A write about members: <see cref="Writing"/>, with Identity's rules working inside the same transaction.</summary>
public sealed class MemberWriting(Writing writing, IServiceScopeFactory scopes)
{
    private static readonly Refusal Meanwhile = Refusal.Rule("This account has changed in the meantime. Reload the page, then try again.");

    /// <summary>As the other, for what no cached page shows.</summary>
    public Task<Outcome<T>> RunAsync<T>(Func<GuideDb, UserManager<Member>, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        RunAsync(act, _ => [], cancellationToken);

    /// <param name="act">What to write, or why not.</param>
    /// <param name="evict">The <see cref="PageTags"/> of what shows it.</param>
    public async Task<Outcome<T>> RunAsync<T>(
        Func<GuideDb, UserManager<Member>, Task<Outcome<T>>> act, Func<T, IReadOnlyCollection<string>> evict,
        CancellationToken cancellationToken)
    {
        try
        {
            // With members of its own for each try: the first ones know what did not become true.
            return await writing.RunTakingAsync(
                async db =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    using var members = ActivatorUtilities.CreateInstance<UserManager<Member>>(
                        scope.ServiceProvider, MemberStores.Over(db));
                    return await act(db, members);
                },
                evict,
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meanwhile;
        }
    }

    /// <summary>Before a write asks how many administrators there are: two that ask at once would both hear what is then not so.</summary>
    internal Task HoldAdministratorsAsync(GuideDb db, CancellationToken cancellationToken) =>
        writing.HoldAsync(db, "administrators", cancellationToken);
}
