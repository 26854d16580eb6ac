using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Members;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Moderation.Locks;
using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Search;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core;

/// <summary>Every query and command of the guide.</summary>
public static class GuideCore
{
    /// <summary>Adds them as singletons: none keeps state, each opens a context for one operation.</summary>
    public static IServiceCollection AddGuideCore(this IServiceCollection services) => services
        .AddSingleton(WorkLimits.Default)
        .AddSingleton<BoundedWork>()
        .AddSingleton<Readiness>()
        .AddSingleton<SchemaTurn>()
        .AddSingleton<Writing>()
        .AddSingleton<Sessions>()
        .AddSingleton<CurrentMember>()
        .AddSingleton<KeyRing>()
        .AddSingleton<SecurityLog>()
        .AddSingleton<SignInTries>()
        .AddSingleton<SignInCodes>()
        .AddSingleton<MemberWriting>()
        .AddSingleton<Register>()
        .AddSingleton<AddMember>()
        .AddSingleton<ChangeRoles>()
        .AddSingleton<DisableMember>()
        .AddSingleton<FirstAdmin>()
        .AddSingleton<ConfirmMail>()
        .AddSingleton<ForgottenPassword>()
        .AddSingleton<OwnAccount>()
        .AddSingleton<OwnPassword>()
        .AddSingleton<MailAllowance>()
        .AddSingleton<AccountMails>()
        .AddSingleton<ChangePassword>()
        .AddSingleton<ChangeMail>()
        .AddSingleton<OwnAccountQuery>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<RegisterElsewhere>()
        .AddSingleton<MemberListQuery>()
        .AddSingleton<LeaveGuide>()
        .AddSingleton<MemberProfileQuery>()
        .AddSingleton<OwnDataQuery>()
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
        .AddSingleton<MarkAnswer>()
        .AddSingleton<MarkConversationSeen>()
        .AddSingleton<PathQuery>()
        .AddSingleton<TopicPageQuery>()
        .AddSingleton<ResourceListQuery>()
        .AddSingleton<ResourcePageQuery>()
        .AddSingleton<FormerSlugQuery>()
        .AddSingleton<AddressesQuery>()
        .AddSingleton<StageApiQuery>()
        .AddSingleton<TopicApiQuery>()
        .AddSingleton<FigureListQuery>()
        .AddSingleton<ResourceApiQuery>()
        .AddSingleton<NewResourcesQuery>()
        .AddBenchmarks()
        .AddBoardEdits()
        .AddSingleton<CatalogueExport>()
        .AddSingleton<LoadSeed>()
        .AddSingleton<CleanOldTexts>()
        .AddSingleton<RerenderProse>()
        .AddSingleton<SearchQuery>()
        .AddSingleton<NearMissQuery>()
        .AddModeration()
        .AddNotifications()
        .AddRevisions()
        .AddCatalogueEdits()
        .AddPathEdits()
        .AddReleases()
        .AddLinks()
        .AddSuggestions();

    /// <summary>Makes a kind of subject known to those who want it in particular, and to the history of all.</summary>
    private static IServiceCollection AddSubject<T>(this IServiceCollection services)
        where T : class, IEditableKind => services.AddSingleton<T>().AddSingleton<IEditableKind>(given => given.GetRequiredService<T>());

    private static IServiceCollection AddRevisions(this IServiceCollection services) => services
        .AddSingleton<Editing>()
        .AddSingleton<DraftQuery>()
        .AddSingleton<HistoryQuery>()
        .AddSingleton<RevisionQuery>()
        .AddSingleton<RevertSubject>();

    private static IServiceCollection AddCatalogueEdits(this IServiceCollection services) => services
        .AddSingleton<ResourceRules>()
        .AddSubject<ResourceSubject>()
        .AddSingleton<CuratedResourcesQuery>()
        .AddSingleton<ChangeResources>()
        .AddSingleton<ConfirmResources>()
        .AddSingleton<MergeResources>();

    private static IServiceCollection AddPathEdits(this IServiceCollection services) => services
        .AddSingleton<TopicRules>()
        .AddSubject<TopicSubject>()
        .AddSubject<StageSubject>()
        .AddSubject<PathSubject>()
        .AddSingleton<RemovedSubjectQuery>()
        .AddSingleton<CuratedPathQuery>()
        .AddSingleton<TopicFormQuery>()
        .AddSingleton<SaveTopic>()
        .AddSingleton<MoveOnPath>()
        .AddSingleton<TakeOffPath>()
        .AddSingleton<MergedTopic>()
        .AddSingleton<MergeTopics>();

    private static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<TakeSnapshot>()
        .AddSingleton<ReleaseText>()
        .AddSingleton<PublishRelease>()
        .AddSingleton<ReleaseListQuery>()
        .AddSingleton<ReleaseQuery>();

    private static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddSingleton<SuggestionSubjects>()
        .AddSingleton<SuggestionRules>()
        .AddSingleton<SuggestionWriting>()
        .AddSingleton<SuggestionLimits>()
        .AddSingleton<SuggestionDecisions>()
        .AddSingleton<ReportDeadLink>()
        .AddSingleton<SuggestedChanges>()
        .AddSingleton<SubmitSuggestion>()
        .AddSingleton<Quorum>()
        .AddSingleton<SecondSuggestion>()
        .AddSingleton<ApproveSuggestion>()
        .AddSingleton<RejectSuggestion>()
        .AddSingleton<WithdrawSuggestion>()
        .AddSingleton<ResendSuggestion>()
        .AddSingleton<ClaimSuggestion>()
        .AddSingleton<SuggestionReading>()
        .AddSingleton<SuggestionQueueQuery>()
        .AddSingleton<SuggestionQuery>()
        .AddSingleton<OwnSuggestionsQuery>()
        .AddSingleton<SuggestFormQuery>();

    private static IServiceCollection AddBenchmarks(this IServiceCollection services) => services
        .AddSingleton<TaskListQuery>()
        .AddSingleton<TaskPageQuery>()
        .AddSingleton<TaskApiQuery>()
        .AddSingleton<BoardQuery>()
        .AddSingleton<BenchmarkApiQuery>()
        .AddSingleton<MetricListQuery>()
        .AddSingleton<BoardAddressesQuery>()
        .AddSingleton<BoardCsv>()
        .AddSingleton<ImportSota>()
        .AddSingleton<ExportSota>();

    private static IServiceCollection AddBoardEdits(this IServiceCollection services) => services
        .AddSubject<MetricSubject>()
        .AddSubject<TaskSubject>()
        .AddSubject<BenchmarkSubject>()
        .AddSubject<ResultSubject>()
        .AddSingleton<BoardChoicesQuery>()
        .AddSingleton<CuratedBoardsQuery>()
        .AddSingleton<RemovedBoardsQuery>()
        .AddSingleton<CuratedResultsQuery>()
        .AddSingleton<ResultFormQuery>();

    private static IServiceCollection AddModeration(this IServiceCollection services) => services
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
        .AddSingleton<ChangesQuery>()
        .AddSingleton<ChangeApiQuery>();

    private static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<SameWorkQuery>()
        .AddSingleton<FactSources>()
        .AddSingleton<MetadataLookup>()
        .AddSingleton<LinkCheckOptions>()
        .AddSingleton<LinkCheckRuns>()
        .AddSingleton<LinkSignal>()
        .AddSingleton<LinkQuestions>()
        .AddSingleton<RecordLink>()
        .AddSingleton<ArchivedCopy>()
        .AddSingleton<RunLinkChecks>()
        .AddSingleton<ConfirmLink>()
        .AddSingleton<ReplaceLink>()
        .AddSingleton<LinksQuery>()
        .AddSingleton<LinkQuery>()
        .AddSingleton<LinkCheckRunQuery>();

    private static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<Outbox>()
        .AddSingleton<OutboxStateQuery>()
        .AddSingleton<MailChoice>()
        .AddSingleton<NotificationsQuery>()
        .AddSingleton<MarkNotificationsRead>()
        .AddSingleton<SetFollowLevel>()
        .AddSingleton<MailNotifications>()
        .AddSingleton<ForgetNotifications>();
}
