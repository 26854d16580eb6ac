namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>What a moderator can decide about a comment.</summary>
internal enum Decision
{
    Keep,
    Approve,
    Remove,
    Restore,
}
