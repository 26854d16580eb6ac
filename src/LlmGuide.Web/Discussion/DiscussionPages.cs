using LlmGuide.Core.Discussion;
using LlmGuide.Web.Discussion.Comments;
using LlmGuide.Web.Discussion.Moderation;
using LlmGuide.Web.Discussion.Notifications;

namespace LlmGuide.Web.Discussion;

/// <summary>What the pages of the discussion need.</summary>
internal static class DiscussionPages
{
    public static IServiceCollection AddDiscussionPages(this IServiceCollection services) => services
        .AddSingleton<LiveConversations>()
        .AddSingleton<IConversationNews>(given => given.GetRequiredService<LiveConversations>())
        .AddSingleton<CommentFormHandler>()
        .AddSingleton<ThreadCache>()
        .AddSingleton<DecideCase>()
        .AddSingleton<VisitNotes>();
}
