namespace LlmGuide.Core.Members;

/// <summary>Who may do what. Pages ask before they offer something, commands ask before they do it.</summary>
public static class Permissions
{
    public static bool May(this Actor actor, Permission act) => !actor.Suspended && act switch
    {
        Permission.Comment or Permission.Vote or Permission.Flag or Permission.Follow or Permission.Suggest or Permission.TrackReading =>
            true,
        Permission.MarkAnswer or Permission.DecideSuggestions or Permission.EditCatalogue
            or Permission.CheckLinks or Permission.PublishPath =>
            Has(actor, Role.Curator),
        Permission.HandleFlags or Permission.RemoveComment or Permission.LockConversation or Permission.SuspendMember =>
            Has(actor, Role.Moderator),
        Permission.ManageMembers or Permission.Configure => Has(actor, Role.None),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody has said who may do this."),
    };

    private static bool Has(Actor actor, Role role) => (actor.Roles & (role | Role.Admin)) != Role.None;
}
