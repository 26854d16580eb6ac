using LlmGuide.Core.Lookup;

namespace LlmGuide.Browser.Tests;

/// <summary>The rest of the web, for tests that must not reach it.</summary>
internal sealed class NobodyElsewhere : IOutside
{
    public Task<OutsideAnswer> AskAsync(OutsideQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(new OutsideAnswer(null, OutsideProblem.NoSuchHost, "There is no such host."));
}
