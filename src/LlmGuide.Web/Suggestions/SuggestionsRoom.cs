using LlmGuide.Core.Suggestions;
using LlmGuide.Web.Shared.Sections;
using LlmGuide.Web.Suggestions.Queue;

namespace LlmGuide.Web.Suggestions;

/// <summary>What suggestions need.</summary>
internal static class SuggestionsRoom
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddSection<SuggestionOptions>(SuggestionOptions.Section)
        .AddSingleton<DecideSuggestion>()
        .AddSingleton<SuggestionBulk>();
}
