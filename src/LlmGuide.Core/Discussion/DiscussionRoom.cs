using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Members;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Moderation.Locks;
using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Core.Discussion.Notifications;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Discussion;

/// <summary>Comments, their moderation, and who is told of them.</summary>
internal static class DiscussionRoom
{
    public static IServiceCollection AddDiscussion(this IServiceCollection services) => services
        .AddSingleton<LeaveGuide>()
        .AddSingleton<ReadableDiscussion>()
        .AddSingleton<MemberListQuery>()
        .AddSingleton<MemberProfileQuery>()
        .AddSingleton<CommentText>()
        .AddSingleton<ConversationChange>()
        .AddSingleton<ConversationQuery>()
        .AddSingleton<ReaderMarksQuery>()
        .AddSingleton<CommentQuery>()
        .AddSingleton<ConversationSubjectQuery>()
        .AddSingleton<CommentHistoryQuery>()
        .AddSingleton<CommentApiQuery>()
        .AddSingleton<DiscussionsQuery>()
        .AddSingleton<PostComment>()
        .AddSingleton<CommentCreation>()
        .AddSingleton<EditComment>()
        .AddSingleton<DeleteComment>()
        .AddSingleton<VoteOnComment>()
        .AddSingleton<ConversationPeopleQuery>()
        .AddSingleton<MarkAnswer>()
        .AddSingleton<CommentReturn>()
        .AddSingleton<MarkConversationSeen>()
        .AddSingleton<ModeratorChange>()
        .AddSingleton<FlagComment>()
        .AddSingleton<SettleFlags>()
        .AddSingleton<RemoveComment>()
        .AddSingleton<RestoreComment>()
        .AddSingleton<ApproveHeld>()
        .AddSingleton<LockConversation>()
        .AddSingleton<UnlockConversation>()
        .AddSingleton<SuspendMember>()
        .AddSingleton<EndSuspension>()
        .AddSingleton<ModerationQueueQuery>()
        .AddSingleton<FlagFormQuery>()
        .AddSingleton<ConversationLockQuery>()
        .AddSingleton<SuspensionQuery>()
        .AddSingleton<NotificationsQuery>()
        .AddSingleton<MarkNotificationsRead>()
        .AddSingleton<SetFollowLevel>()
        .AddSingleton<MailNotifications>()
        .AddSingleton<ForgetNotifications>();
}
