using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.LinkChecks;

/// <summary>What checking links needs.</summary>
internal static class LinkChecksRoom
{
    public static IServiceCollection AddLinkChecks(this IServiceCollection services) => services
        .AddSection<LinkCheckOptions>(LinkCheckOptions.Section)
        .AddSingleton<LinkBulk>()
        .AddJob<RunLinkChecks>(
            "Checking links", TimeSpan.FromSeconds(30), (links, cancellationToken) => links.RunDueAsync(cancellationToken),
            signal: given => given.GetRequiredService<Signal<LinkCheckRun>>());
}
