using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace LlmGuide.Web.Tests.Settings;

public sealed class ServeVerbTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task An_empty_folder_becomes_a_site_that_ends_when_it_is_asked_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await using var program = _checkout.Serve();
        using var site = await ClientAsync(program);
        Assert.Contains("Topic one", await site.GetStringAsync("/", GuideHost.Cancelled));
        Assert.Equal("Healthy", await site.GetStringAsync("/health/ready", GuideHost.Cancelled));
        var stopped = (await program.StopAsync()).Succeeds();
        Assert.Equal("", stopped.Errors);
    }

    [Fact]
    public async Task What_an_older_program_has_rendered_is_rendered_again_before_anybody_reads_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await _checkout.SeededAsync();
        _checkout.Sql("UPDATE Topics SET Introduction_Version = 1, Introduction_Html = 'What was let through once'");
        await using var program = _checkout.Serve();
        using var site = await ClientAsync(program);
        Assert.DoesNotContain("What was let through once", await site.GetStringAsync("/topics/one", GuideHost.Cancelled));
        Assert.Contains("What an older version had rendered was rendered again: ", (await program.StopAsync()).Succeeds().Output);
    }

    [Fact]
    public async Task A_database_that_is_opened_for_reading_is_served_with_one_warning()
    {
        await _checkout.SeededAsync();
        await ServesWithOneWarningAsync(_checkout.Connection("Mode=ReadOnly"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_may_not_be_written_is_served_with_one_warning(bool folderToo)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Whoever runs this may write every file.");
        await _checkout.SeededAsync();
        File.SetUnixFileMode(_checkout.Database, UnixFileMode.UserRead);
        var folder = _checkout.PathOf("db");
        var mode = File.GetUnixFileMode(folder);
        try
        {
            File.SetUnixFileMode(folder, folderToo ? UnixFileMode.UserRead | UnixFileMode.UserExecute : mode);
            await ServesWithOneWarningAsync();
        }
        finally
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        var line = await RefusesAsync(address);
        Assert.Contains("address already in use", line);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:0/guide")]
    public Task A_wrong_address_is_one_line(string address) => RefusesAsync(address);

    public void Dispose() => _checkout.Dispose();

    private async Task<string> RefusesAsync(string address)
    {
        // Against a database that is ready: nothing else is logged on the way.
        await _checkout.MigratedAsync();
        var line = (await _checkout.RunAsync("serve", "--Database:SeedOnStart=false", "--urls", address)).FailsInOneLine();
        Assert.StartsWith($"The setting Urls is “{address}”; it must be ", line);
        return line;
    }

    private async Task ServesWithOneWarningAsync(params string[] settings)
    {
        const string Warning = "The database cannot be written";
        await using var program = _checkout.Serve(settings);
        await program.LineAsync(Warning);
        using var site = await ClientAsync(program);
        Assert.Contains("Topic one", await site.GetStringAsync("/", GuideHost.Cancelled));
        Assert.Contains("/resources/work", await site.GetStringAsync("/search?q=work", GuideHost.Cancelled));
        Assert.Equal("Healthy", await site.GetStringAsync("/health/live", GuideHost.Cancelled));
        using var ready = await site.GetAsync("/health/ready", GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var stopped = (await program.StopAsync()).Succeeds();
        Assert.Single(stopped.Output.Split('\n'), line => line.Contains(Warning));
        Assert.Equal("", stopped.Errors);
    }

    private static async Task<HttpClient> ClientAsync(RunningProgram program) => new() { BaseAddress = await program.AddressAsync() };
}
