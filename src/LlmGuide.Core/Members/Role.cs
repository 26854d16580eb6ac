namespace LlmGuide.Core.Members;

/// <summary>What a member may do beyond what every member may. Somebody can have several.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>Decides suggestions and mends the catalogue.</summary>
    Curator = 1,

    /// <summary>Keeps conversations fit to read.</summary>
    Moderator = 2,

    /// <summary>Everything, and who has which role.</summary>
    Admin = 4,
}
