namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A site without a mail server, for the tests of a class; each of them has names of its own.</summary>
public sealed class OpenAccounts : IAsyncLifetime
{
    private int _members;

    public GuideHost Host { get; private set; } = null!;

    /// <returns>What no other test of the class calls its member.</returns>
    public string NextName() => $"pat{Interlocked.Increment(ref _members)}";

    public async ValueTask InitializeAsync() => Host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
