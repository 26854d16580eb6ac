using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Discussion;

/// <summary>The numbers of the discussion, each with its default (configuration section <c>Discussion</c>).</summary>
public sealed class DiscussionOptions
{
    public const string Section = "Discussion";

    /// <summary>For so many minutes an author's change leaves no mark.</summary>
    [Range(0, 1440)]
    public int GraceMinutes { get; init; } = 5;

    /// <summary>For so many hours an author can take a deletion back.</summary>
    [Range(0, 168)]
    public int UndoHours { get; init; } = 24;

    /// <summary>How many comments at the top a page of a conversation has.</summary>
    [Range(1, 200)]
    public int RootsPerPage { get; init; } = 25;

    /// <summary>How many comments a page of a conversation shows in all; the rest is one link away.</summary>
    [Range(1, 1000)]
    public int CommentsPerPage { get; init; } = 100;

    /// <summary>A comment is hidden once its flags weigh this much together.</summary>
    [Range(1, 1000)]
    public int HideAtFlagWeight { get; init; } = 6;

    /// <summary>What the flag of a new member weighs; see <see cref="NewMemberComments"/>.</summary>
    [Range(0, 1000)]
    public int NewMemberFlagWeight { get; init; } = 1;

    /// <summary>What the flag of any other member weighs.</summary>
    [Range(0, 1000)]
    public int MemberFlagWeight { get; init; } = 2;

    /// <summary>What the flag of a curator, moderator or administrator weighs: enough to hide by itself.</summary>
    [Range(0, 1000)]
    public int CuratorFlagWeight { get; init; } = 6;

    /// <summary>A member is new until so many of their comments stand.</summary>
    [Range(0, 1000)]
    public int NewMemberComments { get; init; } = 5;

    /// <summary>How many links a new member's comment may have.</summary>
    [Range(0, 1000)]
    public int NewMemberLinks { get; init; } = 2;

    /// <summary>How many members a new member's comment may mention.</summary>
    [Range(0, 1000)]
    public int NewMemberMentions { get; init; } = 2;

    /// <summary>So many first comments with links wait for a look.</summary>
    [Range(0, 1000)]
    public int LinksLookedAt { get; init; } = 2;

    /// <summary>What is still unread after so many minutes is told by mail.</summary>
    [Range(0, 10080)]
    public int MailAfterMinutes { get; init; } = 10;
}
