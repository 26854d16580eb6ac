using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Hosting;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>The program is started from a folder that is not its own, as service managers do.</summary>
public sealed partial class OtherFolderTests : IDisposable
{
    private const int FewLines = 30;

    // A build in a checkout reads its files where they are in the source; a published program does not, and neither does this.
    private static readonly (string Name, string Value) NoFiles = (WebHostDefaults.StaticWebAssetsKey, "none.json");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-elsewhere-");

    [Fact]
    public async Task As_the_service_unit_says_it_serves_its_style_sheets_and_logs_a_few_lines_with_the_link_for_the_first_administrator()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no systemd on Windows.");
        await using var program = new ServiceUnit(Path.GetDirectoryName(RunningProgram.Program)!, _folder.FullName).Start();
        using var site = new HttpClient { BaseAddress = await program.AddressAsync() };
        await program.LineAsync("There is no administrator yet.");
        var files = Asset().Matches(await site.GetStringAsync("/", GuideHost.Cancelled)).Select(link => link.Groups["file"].Value).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.NotEmpty(await site.GetByteArrayAsync(file, GuideHost.Cancelled));
        }

        Assert.True(File.Exists(Path.Combine(_folder.FullName, "db", "llmguide.db")), "The database is not where the README says.");
        var stopped = (await program.StopAsync()).Succeeds();
        Assert.InRange(stopped.Output.Split('\n').Length, 2, FewLines);
        Assert.Equal("", stopped.Errors);
    }

    [Fact]
    public async Task The_service_unit_is_one_that_systemd_accepts()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "There is no systemd-analyze.");
        var unit = Path.Combine(_folder.FullName, "llmguide.service");
        await File.WriteAllTextAsync(
            unit, new ServiceUnit(Path.GetDirectoryName(RunningProgram.Program)!, _folder.FullName).Text, GuideHost.Cancelled);
        using var verify = Process.Start(
            new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", unit]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await verify.StandardError.ReadToEndAsync(GuideHost.Cancelled);
        await verify.WaitForExitAsync(GuideHost.Cancelled);
        Assert.Equal((0, ""), (verify.ExitCode, said));
    }

    [Fact]
    public async Task Without_its_files_the_start_stops_with_one_line_and_makes_no_database()
    {
        await using var program = RunningProgram.StartCommand(
            _folder.FullName, [RunningProgram.Dotnet, RunningProgram.Program],
            ("ASPNETCORE_STATICWEBASSETS", NoFiles.Value), ("ASPNETCORE_CONTENTROOT", _folder.FullName));
        var line = (await program.EndAsync()).FailsInOneLine();
        Assert.Matches("^[0-9]+ files of the site cannot be found in .*wwwroot, .+ for one\\. Publish the program again", line);
        Assert.Empty(_folder.EnumerateFiles("*.db", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_file_that_has_gone_is_404_and_never_an_empty_200_for_a_browser_to_keep(string method)
    {
        await using var host = await GuideHost.StartAsync(
            "--contentRoot", _folder.FullName, $"--{NoFiles.Name}={NoFiles.Value}", "--Database:SeedOnStart=false");
        foreach (var file in (string[])["/css/guide.css", "/_framework/blazor.web.js", "/favicon.svg"])
        {
            using var answer = await host.SendAsync(new HttpMethod(method), file);
            Assert.Equal((file, HttpStatusCode.NotFound), (file, answer.StatusCode));
            Assert.False(answer.Headers.CacheControl?.MaxAge > TimeSpan.Zero, $"{file} would be kept.");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(
        "<(?:link|script)[^>]+(?:href|src)=\"(?<file>[^\"]+\\.(?:css|js|svg|woff2|ico|png))\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
