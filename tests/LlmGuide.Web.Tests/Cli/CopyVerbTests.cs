using System.Text.Json;

using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

public sealed class CopyVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Everything_is_copied_once_and_never_over_something()
    {
        await _checkout.SeededAsync();
        string[] copy = ["copy-to", "--provider", "Sqlite", "--connection", $"Data Source={_checkout.PathOf("copy.db")}"];
        var first = (await _checkout.RunAsync([.. copy, "--format", "json"])).Succeeds();
        using var document = JsonDocument.Parse(first.Output);
        Assert.Equal("Sqlite", document.RootElement.GetProperty("provider").GetString());
        var tables = document.RootElement.GetProperty("tables").EnumerateArray()
            .ToDictionary(table => table.GetProperty("name").GetString()!, table => table.GetProperty("rows").GetInt64());
        Assert.Equal(2, tables["Topics"]);
        Assert.Equal(tables.Values.Sum(), document.RootElement.GetProperty("rows").GetInt64());
        Assert.Contains(" rows\n", first.Errors);

        var second = await _checkout.RunAsync(copy);
        Assert.Equal(1, second.Code);
        Assert.Equal("", second.Output);
        Assert.Matches(@"^The target is not empty: there are rows in \w+\. Nothing in it was changed\.\n$", second.Errors);
    }

    [Fact]
    public async Task A_connection_that_is_none_is_said_without_its_password()
    {
        await _checkout.MigratedAsync();
        var line = (await _checkout.RunAsync("copy-to", "--provider", "PostgreSQL", "--connection", "Pass=secret")).FailsInOneLine();
        Assert.StartsWith("The setting --connection is “…”; it must be a PostgreSQL connection string", line);
    }

    public void Dispose() => _checkout.Dispose();
}
