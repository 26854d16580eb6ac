using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>Somebody who may manage members makes an account for somebody else; its address counts as confirmed.</summary>
public sealed class AddMember(MemberWriting writing, MemberPasswordHasher passwords, TimeProvider clock)
{
    /// <returns>The member's name.</returns>
    public async Task<Outcome<string>> RunAsync(NewMember wanted, Role roles, Actor by, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.ManageMembers))
        {
            return Refusal.NotAllowed();
        }

        if (wanted.Fault() is { } fault)
        {
            return fault;
        }

        var hash = wanted.Password is { } password ? passwords.Hash(password) : null;
        return await writing.RunAsync<string>(
            async (db, members) =>
            {
                if (wanted.Mail is { } mail && await members.FindByEmailAsync(mail) is not null)
                {
                    return Refusal.Rule("An account with this address already exists.", nameof(NewMember.Mail));
                }

                var now = clock.GetUtcNow();
                var made = await wanted.AddAsync(members, hash, confirmed: wanted.Mail is not null, roles, now);
                if (made.Value is not { } member)
                {
                    return made.Refusal!;
                }

                if (roles != Role.None)
                {
                    db.Log.Add(new LogEntry(by, ChangeRoles.Words(Role.None, roles), ChangeRoles.Subject(member), "", now));
                }

                return member.UserName!;
            },
            cancellationToken);
    }
}
