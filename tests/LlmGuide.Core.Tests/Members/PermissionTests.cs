using LlmGuide.Core.Members;

namespace LlmGuide.Core.Tests.Members;

/// <summary>Who may do what, spelled out: nobody gets a right by accident.</summary>
public sealed class PermissionTests
{
    private const Role None = Role.None;
    private const Role Curator = Role.Curator;
    private const Role Moderator = Role.Moderator;
    private const Role Admin = Role.Admin;

    private static readonly Dictionary<Act, Role[]> Allowed = new()
    {
        [Act.Comment] = [None, Curator, Moderator, Admin],
        [Act.Vote] = [None, Curator, Moderator, Admin],
        [Act.Flag] = [None, Curator, Moderator, Admin],
        [Act.Follow] = [None, Curator, Moderator, Admin],
        [Act.Suggest] = [None, Curator, Moderator, Admin],
        [Act.TrackReading] = [None, Curator, Moderator, Admin],
        [Act.MarkAnswer] = [Curator, Admin],
        [Act.DecideSuggestions] = [Curator, Admin],
        [Act.EditCatalogue] = [Curator, Admin],
        [Act.CheckLinks] = [Curator, Admin],
        [Act.PublishPath] = [Curator, Admin],
        [Act.HandleFlags] = [Moderator, Admin],
        [Act.RemoveComment] = [Moderator, Admin],
        [Act.LockConversation] = [Moderator, Admin],
        [Act.SuspendMember] = [Moderator, Admin],
        [Act.ManageMembers] = [Admin],
        [Act.Configure] = [Admin],
    };

    public static readonly TheoryData<Role, Act> Matrix = [.. from role in Enum.GetValues<Role>() from act in Enum.GetValues<Act>() select (role, act)];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_role_may_what_the_table_says_and_nothing_else(Role role, Act act) =>
        Assert.Equal(Allowed[act].Contains(role), new Actor(1, "ada", role).May(act));

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Who_is_suspended_may_nothing(Role role, Act act) =>
        Assert.False(new Actor(1, "ada", role, Suspended: true).May(act));

    [Fact]
    public void Somebody_with_two_roles_may_what_either_may()
    {
        var both = new Actor(1, "ada", Curator | Moderator);
        Assert.Equal(
            Enum.GetValues<Act>().Where(act => Allowed[act].Contains(Curator) || Allowed[act].Contains(Moderator)),
            Enum.GetValues<Act>().Where(act => both.May(act)));
    }
}
