namespace LlmGuide.Core.Members;

/// <summary>Everything that needs to be allowed. Who may is in <see cref="Permissions"/>, and nowhere else.</summary>
public enum Permission
{
    // Every member in good standing.
    Comment,
    Vote,
    Flag,
    Follow,
    Suggest,
    TrackReading,

    // Curators.
    MarkAnswer,
    DecideSuggestions,
    EditCatalogue,
    CheckLinks,
    PublishPath,

    // Moderators.
    HandleFlags,
    RemoveComment,
    LockConversation,
    SuspendMember,

    // Administrators.
    ManageMembers,
    Configure,
}
