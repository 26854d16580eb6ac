using LlmGuide.Core.Accounts;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Learning;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Search;
using LlmGuide.Core.Suggestions;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core;

/// <summary>Every query and command of the guide.</summary>
public static class GuideCore
{
    /// <summary>Adds them, room by room, as singletons: none keeps state, each opens a context for one operation.</summary>
    public static IServiceCollection AddGuideCore(this IServiceCollection services) => services
        .AddSingleton(WorkLimits.Default)
        .AddSingleton<BoundedWork>()
        .AddData()
        .AddMail()
        .AddAccounts()
        .AddDiscussion()
        .AddRevisions()
        .AddCatalogue()
        .AddLeaderboards()
        .AddLearning()
        .AddReleases()
        .AddLookup()
        .AddLinkChecks()
        .AddSuggestions()
        .AddMerging()
        .AddInterchange()
        .AddSearch()
        .AddMaintenance();
}
