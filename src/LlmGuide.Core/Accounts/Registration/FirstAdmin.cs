using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>While there is no administrator, somebody with the link of the server's log becomes one.</summary>
public sealed class FirstAdmin(
    IDbContextFactory<GuideDb> databases, MemberWriting writing, MemberPasswordHasher passwords, SecurityLog security, TimeProvider clock)
{
    private static readonly Refusal TooLate = Refusal.NotThere("There is already an administrator.");

    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !await db.HasAdminAsync(cancellationToken);
    }

    /// <summary>Makes the account of the first administrator.</summary>
    public async Task<Outcome<Member>> CreateAsync(NewMember wanted, CancellationToken cancellationToken)
    {
        if (wanted.Fault() is { } fault)
        {
            return fault;
        }

        var hash = passwords.Hash(wanted.Password!);
        return Written(await writing.RunAsync<Member>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await db.HasAdminAsync(cancellationToken))
                {
                    return TooLate;
                }

                if (wanted.Mail is { } mail && await members.FindByEmailAsync(mail) is not null)
                {
                    return Refusal.Rule(
                        "An account with this address already exists. Sign in first, then open this link again.", nameof(NewMember.Mail));
                }

                var made = await wanted.AddAsync(members, hash, confirmed: wanted.Mail is not null, Role.Admin, clock.GetUtcNow());
                Log(db, made.Value);
                return made;
            },
            cancellationToken));
    }

    /// <summary>Makes a member who is signed in the first administrator.</summary>
    public async Task<Outcome<Member>> PromoteAsync(Actor member, CancellationToken cancellationToken) =>
        Written(await writing.RunAsync<Member>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await db.HasAdminAsync(cancellationToken) || await members.FindByNameAsync(member.Name) is not { } found)
                {
                    return TooLate;
                }

                found.Roles |= Role.Admin;
                found.ConcurrencyStamp = Guid.NewGuid().ToString();
                Log(db, found);
                return found;
            },
            cancellationToken));

    private Outcome<Member> Written(Outcome<Member> made) => security.After(made, SecurityEvent.FirstAdministrator, made.Value?.Id);

    private void Log(GuideDb db, Member? member)
    {
        if (member is not null)
        {
            db.Log.Add(new LogEntry(
                Actor.Operator, ChangeRoles.Words(Role.None, Role.Admin),
                ChangeRoles.Subject(member), "The first administrator.", clock.GetUtcNow()));
        }
    }
}
