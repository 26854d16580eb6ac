using System.Text.Json;

namespace LlmGuide.Web.Tests.Settings;

public sealed class SeedVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task An_empty_catalogue_is_filled_once()
    {
        var first = (await _checkout.RunAsync("seed")).Succeeds();
        Assert.Equal("Loaded 2 topics, 1 resource at 2 places, and 1 task.\n", first.Output);
        _checkout.Sql("UPDATE Topics SET Title = 'Changed by hand' WHERE Slug = 'one'");
        var second = (await _checkout.RunAsync("seed")).Succeeds();
        Assert.Equal("The catalogue has content already; nothing was changed.\n", second.Output);
        Assert.Equal("", second.Errors);
        Assert.Equal(2, _checkout.Sql("SELECT count(*) FROM Topics"));
        Assert.Equal(1, _checkout.Sql("SELECT count(*) FROM Topics WHERE Title = 'Changed by hand'"));
    }

    [Fact]
    public async Task Json_is_all_of_standard_output()
    {
        using var first = JsonDocument.Parse((await _checkout.RunAsync("seed", "--format", "json")).Succeeds().Output);
        Assert.Equal(2, first.RootElement.GetProperty("loaded").GetProperty("topics").GetInt32());
        using var second = JsonDocument.Parse((await _checkout.RunAsync("seed", "--format", "json")).Succeeds().Output);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("loaded").ValueKind);
    }

    [Theory]
    [InlineData("seed --format json")]
    [InlineData("serve")]
    public async Task A_broken_seed_is_said_with_file_and_line_and_nothing_is_loaded(string args)
    {
        await _checkout.MigratedAsync();
        _checkout.Seed.Change("resources/one.yaml", "kind: paper", "kind: nonsense");
        _checkout.Seed.Change("topics/two.yaml", "introduction: |", "introduction: [");
        var stopped = await _checkout.RunAsync(args.Split(' '));
        Assert.Equal(1, stopped.Code);
        Assert.Equal("", stopped.Output);
        var lines = stopped.Errors.TrimEnd().Split('\n');
        Assert.Contains("is broken, and nothing of it was loaded", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("topics/two.yaml:"));
        Assert.DoesNotContain("   at ", stopped.Errors);
        Assert.Equal(
            0, _checkout.Sql("SELECT (SELECT count(*) FROM Stages) + (SELECT count(*) FROM Resources) + (SELECT count(*) FROM Metrics)"));
    }

    [Fact]
    public async Task A_database_that_takes_no_row_is_a_failure_and_not_a_crash()
    {
        await _checkout.MigratedAsync();
        _checkout.Sql("CREATE TRIGGER Refuse BEFORE INSERT ON NlpTasks BEGIN SELECT RAISE(ABORT, 'no more tasks'); END");
        var refused = await _checkout.RunAsync("seed");
        Assert.Equal(1, refused.Code);
        Assert.Equal("", refused.Output);
        Assert.EndsWith("The database reports an error: SQLite Error 19: 'no more tasks'.\n", refused.Errors);
        Assert.DoesNotContain("   at ", refused.Errors);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Stages"));
    }

    // The program may notice at once, or give up waiting for itself after two seconds: then it ends with 128 + SIGTERM.
    [Fact]
    public async Task A_seed_that_is_stopped_on_the_way_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        _checkout.Seed.Change(
            "topics/one.yaml", "Some words.", string.Concat(Enumerable.Range(1, 200).Select(n => $"$\\frac{{x_{{{n}}}}}{{y}}$ ")));
        await using var program = _checkout.Start("seed");
        await program.LineAsync("Filling the empty catalogue");
        var stopped = await program.StopAsync();
        Assert.Contains(stopped.Code, (int[])[1, 143]);
        Assert.Equal("", stopped.Output);
        Assert.DoesNotContain("   at ", stopped.Errors);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Stages"));
    }

    public void Dispose() => _checkout.Dispose();
}
