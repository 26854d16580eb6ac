using System.Text.Json;

namespace LlmGuide.Web.Tests.Settings;

public sealed class MigrateVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_database_is_made_once()
    {
        var first = (await _checkout.RunAsync("migrate")).Succeeds();
        Assert.Matches(@"^Applied \d+ migrations: \d+_Initial, ", first.Output);
        var second = (await _checkout.RunAsync("migrate")).Succeeds();
        Assert.Equal("The schema is current already; it was not changed.\n", second.Output);
        Assert.Equal("", second.Errors);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Stages"));
    }

    [Fact]
    public async Task What_an_older_program_has_rendered_is_rendered_again()
    {
        await _checkout.SeededAsync();
        _checkout.Sql("UPDATE Topics SET Introduction_Version = 1, Introduction_Html = '<b>old</b>'");
        var ran = (await _checkout.RunAsync("migrate")).Succeeds();
        Assert.Contains("What an older version had rendered was rendered again: ", ran.Errors);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Topics WHERE Introduction_Version = 1 OR Introduction_Html = '<b>old</b>'"));
        Assert.Equal("", (await _checkout.RunAsync("migrate")).Succeeds().Errors);
    }

    [Fact]
    public async Task What_an_older_program_has_let_in_is_taken_out_and_counted()
    {
        await _checkout.SeededAsync();
        _checkout.Sql("UPDATE Stages SET Title = Title || char(27) || char(65534); UPDATE Topics SET Summary = Summary || char(0) || 'x'");
        var ran = (await _checkout.RunAsync("migrate", "--format", "json")).Succeeds();
        var rows = _checkout.Sql("SELECT (SELECT count(*) FROM Stages) + (SELECT count(*) FROM Topics)");
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(rows, document.RootElement.GetProperty("cleaned").GetInt64());
        Assert.Contains($"were removed from {rows} rows.", ran.Errors);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Stages WHERE instr(Title, char(27)) > 0 OR instr(Title, char(65534)) > 0"));
    }

    [Fact]
    public async Task Json_is_all_of_standard_output()
    {
        var first = (await _checkout.RunAsync("migrate", "--format", "json")).Succeeds();
        using var document = JsonDocument.Parse(first.Output);
        Assert.EndsWith("_Initial", document.RootElement.GetProperty("applied")[0].GetString());
        Assert.Contains("The database was migrated", first.Errors);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("export json")]
    public async Task A_database_that_is_newer_than_the_program_is_refused_in_one_line(string args)
    {
        await _checkout.MigratedAsync();
        _checkout.Sql("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Future', '99.0.0')");
        var line = (await _checkout.RunAsync(args.Split(' '))).FailsInOneLine();
        Assert.Equal("The database was written by a newer version of LlmGuide. Use that version, or restore a backup from before.", line);
    }

    [Fact]
    public async Task A_database_from_before_the_first_release_is_refused_with_what_to_do()
    {
        await _checkout.MigratedAsync();
        _checkout.Sql("UPDATE __EFMigrationsHistory SET MigrationId = '20261122235716_Initial' WHERE MigrationId LIKE '%_Initial'");
        var line = (await _checkout.RunAsync("migrate")).FailsInOneLine();
        Assert.Equal(
            "The database was made by a version of LlmGuide from before its first release. "
            + "Delete it, on SQLite with its -wal, -shm and -made, and start again to fill a new one.",
            line);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("export json")]
    public async Task A_database_that_is_older_and_may_not_be_migrated_is_refused_in_one_line(string args)
    {
        var line = (await _checkout.RunAsync([.. args.Split(' '), "--Database:MigrateOnStart=false"])).FailsInOneLine();
        Assert.Contains("older than this program", line);
        Assert.Contains("migrate", line);
        Assert.False(File.Exists(_checkout.Database) && _checkout.Sql("SELECT count(*) FROM sqlite_master") > 0, "It was migrated.");
    }

    public void Dispose() => _checkout.Dispose();
}
