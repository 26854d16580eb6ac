using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

public sealed class BackupVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_backup_brings_back_what_was_there_and_says_that_it_contains_secrets()
    {
        await _checkout.SeededAsync();
        var file = _checkout.PathOf("guide.zip");
        var made = (await _checkout.RunAsync("backup", file)).Succeeds();
        Assert.Contains("It contains secrets", made.Output);
        _checkout.Sql("DELETE FROM NlpTasks");

        var restored = (await _checkout.RunAsync("restore", file)).Succeeds();
        Assert.Matches(@"^Restored .*guide\.zip, made .* UTC\. What was there is now .*llmguide\.db-before-\w+\. Start", restored.Output);
        Assert.Equal(1, _checkout.Sql("SELECT count(*) FROM NlpTasks"));

        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, GuideHost.Cancelled))[..5_000], GuideHost.Cancelled);
        Assert.Contains("is no backup of LlmGuide", (await _checkout.RunAsync("restore", file)).FailsInOneLine());
    }

    public void Dispose() => _checkout.Dispose();
}
