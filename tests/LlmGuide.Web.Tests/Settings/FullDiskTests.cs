using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>The program on a disk of its own, a small one in memory that is full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Listening = "Now listening on: ";

    /// <summary>In a namespace of its own whoever runs this may mount something, which nobody else sees.</summary>
    private static readonly string[] Unshare = ["unshare", "--map-root-user", "--mount"];

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_start_on_a_full_disk_serves_says_so_and_writes_again_when_there_is_room()
    {
        Assert.SkipUnless(CanMount(), "This machine gives no mount namespaces to ordinary users.");
        await _checkout.SeededAsync();
        Directory.CreateDirectory(_checkout.PathOf("disk"));
        await using var program = _checkout.StartWithin(
            [.. Unshare, "sh", "-c",
                "mount -t tmpfs -o size=4m none disk && cp db/llmguide.db disk/guide.db; "
                + "dd if=/dev/zero of=disk/other bs=4k 2>/dev/null; TMPDIR=$PWD/disk exec \"$0\" \"$@\""],
            $"--ConnectionStrings:Guide=Data Source={_checkout.PathOf("disk/guide.db")}", "--urls", "http://127.0.0.1:0");
        await program.LineAsync("The database cannot be written: pages are served, but nothing can be saved, since the disk is full.");
        var line = await program.LineAsync(Listening);
        using var site =
            new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]) };
        Assert.Contains("Topic one", await site.GetStringAsync("/", GuideHost.Cancelled));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(site));
        Assert.Equal(HttpStatusCode.InsufficientStorage, await StatusAsync(site, "/export/site.zip"));

        File.Delete(string.Create(CultureInfo.InvariantCulture, $"/proc/{program.Id}/root{_checkout.PathOf("disk/other")}"));
        while (await ReadyAsync(site) != HttpStatusCode.OK)
        {
            // The answer is kept for a second.
        }

        await program.LineAsync("The database can be written again.");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "/export/site.zip"));
    }

    [Theory]
    [InlineData("export site --out disk/guide.zip")]
    [InlineData("backup disk/guide.zip")]
    public async Task What_finds_no_room_says_so_in_one_line_and_leaves_nothing_behind(string verb)
    {
        Assert.SkipUnless(CanMount(), "This machine gives no mount namespaces to ordinary users.");
        await _checkout.SeededAsync();
        Directory.CreateDirectory(_checkout.PathOf("disk"));
        await using var program = _checkout.StartWithin(
            [.. Unshare, "sh", "-c", "mount -t tmpfs -o size=4k none disk; \"$0\" \"$@\"; code=$?; ls -A disk; exit $code"],
            verb.Split(' '));
        var ended = await program.EndAsync();
        Assert.StartsWith($"{_checkout.PathOf("disk/guide.zip")} cannot be written: ", ended.FailsInOneLine());
        Assert.Equal("", ended.Output);
    }

    public void Dispose() => _checkout.Dispose();

    private static Task<HttpStatusCode> ReadyAsync(HttpClient site) => StatusAsync(site, "/health/ready");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient site, string address)
    {
        using var answer = await site.GetAsync(address, GuideHost.Cancelled);
        return answer.StatusCode;
    }

    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var tried = Process.Start(new ProcessStartInfo(Unshare[0], [.. Unshare[1..], "mount", "-t", "tmpfs", "none", "/mnt"])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        });
        tried?.WaitForExit();
        return tried is { ExitCode: 0 };
    }
}
