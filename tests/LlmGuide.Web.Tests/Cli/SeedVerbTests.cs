using System.Text.Json;

using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

/// <summary>A newer seed comes in through the shell.</summary>
public sealed class SeedVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task An_update_is_one_json_document_and_an_older_seed_is_refused()
    {
        await _checkout.SeededAsync();
        _checkout.Seed.Change("resources/one.yaml", "title: A work", "title: Another title");
        Assert.Equal((1, 0), await UpdateAsync("--dry-run"));
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Revisions"));
        Assert.Equal((1, 0), await UpdateAsync());
        Assert.Equal(1, _checkout.Sql("SELECT count(*) FROM Resources WHERE Title = 'Another title'"));
        _checkout.Seed.Change("resources/one.yaml", "title: Another title", "title: A work");
        var refused = await _checkout.RunAsync("seed", "--update");
        Assert.Equal(1, refused.Code);
        Assert.Contains("older than the one loaded last", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await _checkout.RunAsync("seed", "--dry-run")).Code);
    }

    public void Dispose() => _checkout.Dispose();

    private async Task<(int Changed, int Conflicts)> UpdateAsync(params string[] more)
    {
        var ran = (await _checkout.RunAsync(["seed", "--update", "--format", "json", .. more])).Succeeds();
        using var report = JsonDocument.Parse(ran.Output);
        var counts = report.RootElement;
        Assert.Equal(
            counts.GetProperty("added").GetInt32() + counts.GetProperty("changed").GetInt32() + counts.GetProperty("conflicts").GetInt32()
                + counts.GetProperty("removed").GetInt32(),
            counts.GetProperty("entries").GetArrayLength());
        Assert.True(counts.GetProperty("unchanged").GetInt32() > 3);
        return (counts.GetProperty("changed").GetInt32(), counts.GetProperty("conflicts").GetInt32());
    }
}
