namespace LlmGuide.Core.Members;

/// <summary>Who may do what. Pages ask before they offer something, commands ask before they do it.</summary>
public static class Permissions
{
    public static bool May(this Actor actor, Act act) => !actor.Suspended && act switch
    {
        Act.Comment or Act.Vote or Act.Flag or Act.Follow or Act.Suggest or Act.TrackReading => true,
        Act.MarkAnswer or Act.DecideSuggestions or Act.EditCatalogue or Act.CheckLinks or Act.PublishPath => Has(actor, Role.Curator),
        Act.HandleFlags or Act.RemoveComment or Act.LockConversation or Act.SuspendMember => Has(actor, Role.Moderator),
        Act.ManageMembers or Act.Configure => Has(actor, Role.None),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody has said who may do this."),
    };

    private static bool Has(Actor actor, Role role) => (actor.Roles & (role | Role.Admin)) != Role.None;
}
