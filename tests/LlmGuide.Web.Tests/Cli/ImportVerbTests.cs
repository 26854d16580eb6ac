using System.Text.Json;

using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

/// <summary>Leaderboards come in and go out through the shell.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private const string File = """
        [{"task": "Parsing", "datasets": [{"dataset": "Penn", "sota": {"metrics": ["LAS"], "rows": [
        {"model_name": "A", "paper_url": "https://example.org/a", "metrics": {"LAS": "95.1 ± 0.3"}},
        {"model_name": "B", "paper_url": "https://example.org/b", "metrics": {"LAS": "good"}},
        {"model_name": "C", "metrics": {"LAS": "96"}}]}}]}]
        """;

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_report_in_json_accounts_for_every_row_and_is_all_that_standard_output_has()
    {
        await ReadyAsync();
        var import = (await _checkout.RunAsync("import", "boards.json", "--format", "sota", "--report", "json")).Succeeds();
        using var report = JsonDocument.Parse(import.Output);
        var root = report.RootElement;
        Assert.Equal([("created", 2), ("refused", 3), ("refused", 4)], root.GetProperty("entries").EnumerateArray()
            .Select(e => (e.GetProperty("outcome").GetString(), e.GetProperty("line").GetInt32())));
        Assert.Equal((3, 1, 2, 0), (Count("rows"), Count("created"), Count("refused"), root.GetProperty("unaccounted").GetInt32()));
        Assert.Equal(1, _checkout.Sql("SELECT count(*) FROM Results"));
        int Count(string name) => root.GetProperty("counts").GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        await ReadyAsync();
        var import = (await _checkout.RunAsync("import", "boards.json", "--format", "sota", "--dry-run")).Succeeds();
        Assert.Contains(
            "3 rows: 1 created, 0 merged, 0 unchanged, 0 corrected, 2 refused. 1 new tasks, 1 new benchmarks. Nothing was written.",
            import.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: refused B on Penn: ", import.Output, StringComparison.Ordinal);
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Results"));
        Assert.Equal(0, _checkout.Sql("SELECT count(*) FROM Benchmarks WHERE Name = 'Penn'"));
    }

    [Fact]
    public async Task A_source_that_is_given_is_taken_for_rows_that_name_none()
    {
        await ReadyAsync();
        (await _checkout.RunAsync("import", "boards.json", "--format", "sota", "--source", "A site", "--source-url", "https://example.org"))
            .Succeeds();
        Assert.Equal(2, _checkout.Sql("SELECT count(*) FROM Results"));
        Assert.Equal(2, (await _checkout.RunAsync("import", "boards.json", "--format", "sota", "--source", "A site")).Code);
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_unchanged()
    {
        await ReadyAsync();
        (await _checkout.RunAsync("import", "boards.json", "--format", "sota")).Succeeds();
        (await _checkout.RunAsync("export", "sota", "--out", "out.json")).Succeeds();
        var again = (await _checkout.RunAsync("import", "out.json", "--format", "sota")).Succeeds();
        Assert.Contains("1 rows: 0 created, 0 merged, 1 unchanged, 0 corrected, 0 refused.", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "import", "boards.json")]
    [InlineData(2, "import", "boards.json", "--format", "sota", "--into", "transformer")]
    [InlineData(2, "import", "boards.json", "--source", "A site", "--source-url", "https://example.org")]
    [InlineData(2, "import", "boards.json", "--format", "xml")]
    [InlineData(1, "import", "nowhere.json", "--format", "sota")]
    public async Task What_cannot_be_read_ends_with_the_code_of_its_fault(int code, params string[] arguments)
    {
        await ReadyAsync();
        Assert.Equal(code, (await _checkout.RunAsync(arguments)).Code);
    }

    public void Dispose() => _checkout.Dispose();

    private async Task ReadyAsync()
    {
        await _checkout.SeededAsync();
        await System.IO.File.WriteAllTextAsync(_checkout.PathOf("boards.json"), File, GuideHost.Cancelled);
    }
}
