using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Suggestions;

/// <summary>What members propose, and what becomes of it.</summary>
internal static class SuggestionsRoom
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddSingleton<SuggestionSubjects>()
        .AddSingleton<SuggestionRules>()
        .AddSingleton<SuggestionWriting>()
        .AddSingleton<SuggestionLimits>()
        .AddSingleton<SuggestionDecisions>()
        .AddSingleton<ReportDeadLink>()
        .AddSingleton<SuggestedChanges>()
        .AddSingleton<SubmitSuggestion>()
        .AddSingleton<ProposeUpdate>()
        .AddSingleton<Quorum>()
        .AddSingleton<SecondSuggestion>()
        .AddSingleton<ApproveSuggestion>()
        .AddSingleton<RejectSuggestion>()
        .AddSingleton<MemberRecordQuery>()
        .AddSingleton<WithdrawSuggestion>()
        .AddSingleton<ResendSuggestion>()
        .AddSingleton<ClaimSuggestion>()
        .AddSingleton<SuggestionReading>()
        .AddSingleton<SuggestionQueueQuery>()
        .AddSingleton<SuggestionQuery>()
        .AddSingleton<OwnSuggestionsQuery>()
        .AddSingleton<SuggestFormQuery>();
}
