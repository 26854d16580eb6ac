using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Administration;

/// <summary>Closes an account, or opens it again. Whoever is signed in to it is out with the next request.</summary>
public sealed class DisableMember(MemberWriting writing, SecurityLog security, TimeProvider clock)
{
    /// <param name="reason">Why, for the log; may be empty.</param>
    public async Task<Outcome<Done>> RunAsync(
        string name, bool disabled, string? reason, Actor by, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.ManageMembers))
        {
            return Refusal.NotAllowed();
        }

        if (!ReasonText.Parse(reason, required: false).TryGet(out var why, out var wrong))
        {
            return wrong;
        }

        int? whose = null;
        var done = await writing.RunAsync<Done>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await members.FindByNameAsync(name) is not { } member)
                {
                    return Refusal.NotThere("There is no member with this name.");
                }

                whose = member.Id;
                if (member.DisabledAt is not null == disabled)
                {
                    return default(Done);
                }

                if (disabled && await db.IsLastAdminAsync(member, cancellationToken))
                {
                    return Administrators.Last;
                }

                var now = clock.GetUtcNow();
                member.DisabledAt = disabled ? now : null;
                member.ConcurrencyStamp = Guid.NewGuid().ToString();
                await db.Sessions.Where(s => s.MemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
                db.Log.Add(new LogEntry(by, disabled ? "disabled" : "enabled", ChangeRoles.Subject(member), why, now));
                return default(Done);
            },
            _ => [PageTags.Member(name)],
            cancellationToken);
        return security.After(done, disabled ? SecurityEvent.AccountDisabled : SecurityEvent.AccountEnabled, whose, by.Id);
    }
}
