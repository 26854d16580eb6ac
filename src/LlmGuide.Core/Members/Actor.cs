namespace LlmGuide.Core.Members;

/// <summary>Who does something, as far as a command needs to know.</summary>
/// <param name="Roles">As they are now, not as they were at sign-in.</param>
/// <param name="Suspended">Whether the member may read only, for now.</param>
public sealed record Actor(int Id, string Name, Role Roles, bool Suspended = false)
{
    /// <summary>Whoever runs the executable on the server.</summary>
    public static readonly Actor Operator = new(0, "operator", Role.Admin);

    /// <summary>The guide itself, where it acts by a rule and nobody decided. It mends the catalogue where two members agree.</summary>
    public static readonly Actor Guide = new(0, "the guide", Role.Curator);

    /// <summary>For a foreign key: the operator and the guide are nobody in the table of members.</summary>
    public int? MemberId => Id > 0 ? Id : null;
}
