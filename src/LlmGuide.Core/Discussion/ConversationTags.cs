namespace LlmGuide.Core.Discussion;

/// <summary>The pages to forget when a conversation changed.</summary>
internal static class ConversationTags
{
    /// <summary>The lists of conversations, which every change may reorder.</summary>
    public const string Lists = "discussions";

    /// <summary>That of every page that shows the conversation: its subject's, such as <c>topic:transformer</c>.</summary>
    public static string Of(SubjectType type, string slug) => $"{Names.Of(type)}:{slug}";
}
