using System.Text.Json;

using LlmGuide.Web.Tests.Settings;

namespace LlmGuide.Web.Tests.Cli;

public sealed class ExportVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Standard_output_is_the_catalogue_and_nothing_else()
    {
        await _checkout.SeededAsync();
        var export = (await _checkout.RunAsync("export", "json")).Succeeds();
        Assert.Equal("", export.Errors);
        using var catalogue = JsonDocument.Parse(export.Output);
        Assert.Equal(
            ["one", "two"], catalogue.RootElement.GetProperty("topics").EnumerateArray().Select(t => t.GetProperty("slug").GetString()));
        Assert.Equal(
            "work", Assert.Single(catalogue.RootElement.GetProperty("resources").EnumerateArray()).GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_file_is_replaced_by_the_same_catalogue()
    {
        await _checkout.SeededAsync();
        var file = _checkout.PathOf("catalogue.json");
        await File.WriteAllTextAsync(file, new string('x', 1_000_000), GuideHost.Cancelled);
        var export = (await _checkout.RunAsync("export", "json", "--out", "catalogue.json")).Succeeds();
        Assert.Equal("", export.Output);
        Assert.Equal($"Wrote {file}: 2 topics, 1 resource, 1 task.\n", export.Errors);
        Assert.Equal((await _checkout.RunAsync("export", "json")).Output.TrimEnd(), (await File.ReadAllTextAsync(file, GuideHost.Cancelled))
            .TrimEnd());
        Assert.False(File.Exists(file + ".part"));
    }

    [Theory]
    [InlineData("nowhere/catalogue.json")]
    [InlineData("db")]
    public async Task A_file_that_cannot_be_written_is_one_line_and_leaves_nothing_behind(string file)
    {
        await _checkout.SeededAsync();
        var line = (await _checkout.RunAsync("export", "json", "--out", file)).FailsInOneLine();
        Assert.StartsWith($"{_checkout.PathOf(file)} cannot be written: ", line);
        Assert.False(File.Exists(_checkout.PathOf(file) + ".part"));
    }

    [Fact]
    public async Task A_link_and_a_device_are_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such devices.");
        await _checkout.SeededAsync();
        var (file, link) = (_checkout.PathOf("shared.json"), new FileInfo(_checkout.PathOf("catalogue.json")));
        await File.WriteAllTextAsync(file, new string('x', 1_000_000), GuideHost.Cancelled);
        link.CreateAsSymbolicLink("shared.json");
        (await _checkout.RunAsync("export", "json", "--out", "catalogue.json")).Succeeds();
        var printed = (await _checkout.RunAsync("export", "json", "--out", "/dev/stdout")).Succeeds();
        Assert.Equal(printed.Output.TrimEnd(), (await File.ReadAllTextAsync(file, GuideHost.Cancelled)).TrimEnd());
        Assert.Equal("shared.json", new FileInfo(link.FullName).LinkTarget);

        var full = (await _checkout.RunAsync("export", "json", "--out", "/dev/full")).FailsInOneLine();
        Assert.StartsWith("/dev/full cannot be written: No space left", full);
        Assert.False(File.Exists("/dev/full.part"));
    }

    public void Dispose() => _checkout.Dispose();
}
