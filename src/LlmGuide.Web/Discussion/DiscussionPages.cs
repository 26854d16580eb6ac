using LlmGuide.Core.Discussion;

namespace LlmGuide.Web.Discussion;

/// <summary>What the pages of the discussion need.</summary>
internal static class DiscussionPages
{
    public static IServiceCollection AddDiscussionPages(this IServiceCollection services) => services
        .AddSingleton<LiveConversations>()
        .AddSingleton<IConversationNews>(given => given.GetRequiredService<LiveConversations>())
        .AddSingleton<WrittenForm>()
        .AddSingleton<KeptThreads>()
        .AddSingleton<DecideCase>()
        .AddSingleton<VisitNotes>();
}
