using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Members;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Shell.Admin;

/// <summary>What administrators read about a member, in words.</summary>
internal static class MemberLabels
{
    public static readonly IReadOnlyList<Role> AllRoles = [Role.Curator, Role.Moderator, Role.Admin];

    public static IEnumerable<Role> Held(Role roles) => AllRoles.Where(role => roles.HasFlag(role));

    public static string Roles(Role roles) => string.Join(", ", Held(roles).Select(role => role.ToSlug()));

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string State(ListedMember member, DateTimeOffset now) =>
        member.DisabledAt is { } at ? $"disabled on {Day(at)}"
        : member.SuspendedUntil > now ? $"suspended until {Day(member.SuspendedUntil.Value)}"
        : "active";
}
