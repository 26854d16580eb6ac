using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts.Administration;

/// <summary>Gives a member other roles. They count from the member's next request on.</summary>
public sealed class ChangeRoles(MemberWriting writing, SecurityLog security, TimeProvider clock)
{
    /// <param name="change">From the roles they have to those they shall have.</param>
    /// <param name="reason">Why, for the log; may be empty.</param>
    /// <returns>The roles they have now.</returns>
    public async Task<Outcome<Role>> RunAsync(
        string name, Func<Role, Role> change, string? reason, Actor by, CancellationToken cancellationToken)
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
        var changed = await writing.RunAsync<Role>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await members.FindByNameAsync(name) is not { } member)
                {
                    return Refusal.NotThere("There is no member with this name.");
                }

                whose = member.Id;
                var (before, after) = (member.Roles, change(member.Roles));
                if (before == after)
                {
                    return after;
                }

                if (!after.HasFlag(Role.Admin) && await db.IsLastAdminAsync(member, cancellationToken))
                {
                    return Administrators.Last;
                }

                member.Roles = after;
                member.ConcurrencyStamp = Guid.NewGuid().ToString();
                db.Log.Add(new LogEntry(by, Words(before, after), Subject(member), why, clock.GetUtcNow()));
                return after;
            },
            _ => [PageTags.Member(name)],
            cancellationToken);
        return security.After(changed, SecurityEvent.RolesChanged, whose, by.Id);
    }

    internal static LogSubject Subject(Member member) => new(LogKind.Member, member.UserName!, member.UserName!);

    /// <summary>"made curator", "no longer moderator", or both.</summary>
    internal static string Words(Role before, Role after) => string.Join(
        ", ", ((string[])[List("made", after & ~before), List("no longer", before & ~after)]).Where(words => words.Length > 0));

    private static string List(string verb, Role roles) =>
        roles == Role.None ? "" : $"{verb} {roles.ToString().ToLowerInvariant().Replace(", ", " and ", StringComparison.Ordinal)}";
}

internal static class Administrators
{
    public static readonly Refusal Last = Refusal.Rule("This is the only administrator. Make somebody else an administrator first.");

    extension(GuideDb db)
    {
        public Task<bool> HasAdminAsync(CancellationToken cancellationToken) => db.Admins().AnyAsync(cancellationToken);

        public async Task<bool> IsLastAdminAsync(Member member, CancellationToken cancellationToken) =>
            member.Roles.HasFlag(Role.Admin) && member.DisabledAt is null
            && !await db.Admins().AnyAsync(m => m.Id != member.Id, cancellationToken);

        private IQueryable<Member> Admins() => db.Members.Where(m => (m.Roles & Role.Admin) == Role.Admin && m.DisabledAt == null);
    }
}
