using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.News;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Learning.Reviews;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Learning;

/// <summary>What a member has read, and what is next.</summary>
internal static class LearningRoom
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<CourseQuery>()
        .AddSingleton<OwnMarksQuery>()
        .AddSingleton<OwnLedgerQuery>()
        .AddSingleton<MarkResource>()
        .AddSingleton<KnowTopics>()
        .AddSingleton<KnowTopic>()
        .AddSingleton<AnswerCheck>()
        .AddSingleton<OwnCheckQuery>()
        .AddSingleton<ReviewsQuery>()
        .AddSingleton<OpenGroup>()
        .AddSingleton<JoinGroup>()
        .AddSingleton<LeaveGroup>()
        .AddSingleton<LeadGroup>()
        .AddSingleton<EditGroup>()
        .AddSingleton<ForgetGroups>()
        .AddSingleton<OwnGroupsQuery>()
        .AddSingleton<GroupPageQuery>()
        .AddSingleton<IPrivateConversations, GroupConversations>()
        .AddSingleton<IDueReviews>(services => services.GetRequiredService<ReviewsQuery>())
        .AddSingleton<MergeDeviceMarks>()
        .AddSingleton<ReadingListQuery>()
        .AddSingleton<ReadingTimeQuery>()
        .AddSingleton<ReportMinutes>()
        .AddSingleton<OwnNewsQuery>()
        .AddSingleton<OwnVisits>()
        .AddSingleton<OwnFeed>()
        .AddNotes();
}
