using LlmGuide.Core.LinkChecks.Rounds;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Whether links still lead somewhere.</summary>
internal static class LinkChecksRoom
{
    public static IServiceCollection AddLinkChecks(this IServiceCollection services) => services
        .AddSingleton<LinkCheckOptions>()
        .AddSingleton<LinkCheckRuns>()
        .AddSingleton<LinkQuestions>()
        .AddSingleton<RecordLink>()
        .AddSingleton<ArchivedCopy>()
        .AddSingleton<RunLinkChecks>()
        .AddSingleton<ConfirmLink>()
        .AddSingleton<ReplaceLink>()
        .AddSingleton<LinksQuery>()
        .AddSingleton<LinkQuery>()
        .AddSingleton<LinkCheckRunQuery>();
}
