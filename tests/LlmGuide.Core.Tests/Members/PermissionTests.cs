using LlmGuide.Core.Members;

namespace LlmGuide.Core.Tests.Members;

/// <summary>Who may do what, spelled out: nobody gets a right by accident.</summary>
public sealed class PermissionTests
{
    private const Role None = Role.None;
    private const Role Curator = Role.Curator;
    private const Role Moderator = Role.Moderator;
    private const Role Admin = Role.Admin;

    private static readonly Dictionary<Permission, Role[]> Allowed = new()
    {
        [Permission.Comment] = [None, Curator, Moderator, Admin],
        [Permission.Vote] = [None, Curator, Moderator, Admin],
        [Permission.Flag] = [None, Curator, Moderator, Admin],
        [Permission.Follow] = [None, Curator, Moderator, Admin],
        [Permission.Suggest] = [None, Curator, Moderator, Admin],
        [Permission.TrackReading] = [None, Curator, Moderator, Admin],
        [Permission.MarkAnswer] = [Curator, Admin],
        [Permission.DecideSuggestions] = [Curator, Admin],
        [Permission.EditCatalogue] = [Curator, Admin],
        [Permission.CheckLinks] = [Curator, Admin],
        [Permission.PublishPath] = [Curator, Admin],
        [Permission.HandleFlags] = [Moderator, Admin],
        [Permission.RemoveComment] = [Moderator, Admin],
        [Permission.LockConversation] = [Moderator, Admin],
        [Permission.SuspendMember] = [Moderator, Admin],
        [Permission.ManageMembers] = [Admin],
        [Permission.Configure] = [Admin],
    };

    public static readonly TheoryData<Role, Permission> Matrix =
        [.. from role in Enum.GetValues<Role>() from act in Enum.GetValues<Permission>() select (role, act)];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_role_may_what_the_table_says_and_nothing_else(Role role, Permission act) =>
        Assert.Equal(Allowed[act].Contains(role), new Actor(1, "ada", role).May(act));

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Who_is_suspended_may_nothing(Role role, Permission act) =>
        Assert.False(new Actor(1, "ada", role, Suspended: true).May(act));

    [Fact]
    public void Somebody_with_two_roles_may_what_either_may()
    {
        var both = new Actor(1, "ada", Curator | Moderator);
        Assert.Equal(
            Enum.GetValues<Permission>().Where(act => Allowed[act].Contains(Curator) || Allowed[act].Contains(Moderator)),
            Enum.GetValues<Permission>().Where(act => both.May(act)));
    }
}
