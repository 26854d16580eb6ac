using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>
/// How often somebody may guess at an account: its password, or a code of its second factor. A try is taken in the database before
/// what was typed is looked at, and by one statement that holds the rule: a hundred guesses at once, on however many nodes, are as few
/// as a hundred in a row.
/// </summary>
public sealed class SignInTries(Writing writing, TimeProvider clock)
{
    /// <summary>So many wrong guesses in a row an account takes.</summary>
    public const int Most = 5;

    /// <summary>How long it then takes none, not even the right one.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly Refusal Locked = Refusal.Rule("This account accepts no more tries for now.");

    /// <summary>Takes a try. The last one closes the account at once: whether it was right is known only later.</summary>
    /// <returns><c>null</c> while the account takes none; then what was typed is not to be looked at.</returns>
    public async Task<SignInTry?> TakeAsync(int memberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Pause;
        var taken = await writing.RunShortAsync<SignInTry>(
            async db =>
            {
                var account = db.Members.Where(m => m.Id == memberId);
                var counted = await account.Where(m => m.LockoutEnd == null || m.LockoutEnd <= now).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(m => m.LockoutEnd, m => m.AccessFailedCount + 1 >= Most ? until : null)
                        .SetProperty(m => m.AccessFailedCount, m => m.AccessFailedCount + 1 >= Most ? 0 : m.AccessFailedCount + 1),
                    cancellationToken);
                return counted == 0 ? Locked
                    : new SignInTry(memberId, await account.AnyAsync(m => m.LockoutEnd != null, cancellationToken));
            },
            cancellationToken);
        return taken.Value;
    }

    /// <summary>
    /// The guess was right, and is not counted. Those before it still are: they guard what is asked next, such as a code, and a session
    /// that is open on somebody else's desk.
    /// </summary>
    public Task GiveBackAsync(SignInTry taken, CancellationToken cancellationToken) => writing.RunShortAsync<int>(
        db =>
        {
            var account = db.Members.Where(m => m.Id == taken.MemberId);
            return taken.Last
                ? ChangedAsync(account.Where(m => m.LockoutEnd != null).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.LockoutEnd, (DateTimeOffset?)null).SetProperty(m => m.AccessFailedCount, Most - 1),
                    cancellationToken))
                : ChangedAsync(account.Where(m => m.AccessFailedCount > 0).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.AccessFailedCount, m => m.AccessFailedCount - 1), cancellationToken));
        },
        cancellationToken);

    /// <summary>Somebody has shown that the account is theirs: it takes as many tries as at first.</summary>
    public Task ForgetAsync(int memberId, CancellationToken cancellationToken) => writing.RunShortAsync<int>(
        db => ChangedAsync(ForgetAsync(db, memberId, cancellationToken)), cancellationToken);

    /// <summary>As <see cref="ForgetAsync(int, CancellationToken)"/>, within a write.</summary>
    internal static Task<int> ForgetAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        db.Members.Where(m => m.Id == memberId)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LockoutEnd, (DateTimeOffset?)null).SetProperty(
                m => m.AccessFailedCount, 0), cancellationToken);

    private static async Task<Outcome<int>> ChangedAsync(Task<int> rows) => await rows;
}

/// <summary>One guess that may be looked at.</summary>
/// <param name="Last">Whether it closed the account, unless it is right.</param>
public sealed record SignInTry(int MemberId, bool Last);
