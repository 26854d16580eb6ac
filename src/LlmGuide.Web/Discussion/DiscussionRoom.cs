using LlmGuide.Core.Discussion;
using LlmGuide.Web.Discussion.Comments;
using LlmGuide.Web.Discussion.Moderation.Cases;
using LlmGuide.Web.Discussion.Notifications;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Discussion;

/// <summary>What the discussion needs.</summary>
internal static class DiscussionRoom
{
    public static IServiceCollection AddDiscussion(this IServiceCollection services) => services
        .AddSection<DiscussionOptions>(DiscussionOptions.Section)
        .AddSingleton<LiveConversations>()
        .AddSingleton<IConversationNews>(given => given.GetRequiredService<LiveConversations>())
        .AddSingleton<CommentFormHandler>()
        .AddSingleton<ThreadCache>()
        .AddSingleton<DecideCase>()
        .AddSingleton<CaseBulk>()
        .AddSingleton<VisitNotes>()
        .AddNotifications();
}
