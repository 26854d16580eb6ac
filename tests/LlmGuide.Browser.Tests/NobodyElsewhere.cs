using LlmGuide.Core.Lookup;

namespace LlmGuide.Browser.Tests;

/// <summary>The rest of the web, for tests that must not reach it.</summary>
internal sealed class NobodyElsewhere : IWebClient
{
    public Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken) =>
        Task.FromResult(new LookupResponse(null, OutsideProblem.NoSuchHost, "There is no such host."));
}
