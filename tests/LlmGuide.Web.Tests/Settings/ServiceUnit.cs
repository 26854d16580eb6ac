namespace LlmGuide.Web.Tests.Settings;

/// <summary>The systemd unit of docs, as far as it says how to start the program.</summary>
/// <param name="program">The folder that stands for /opt/llmguide.</param>
/// <param name="state">The folder that stands for /var/lib/llmguide.</param>
internal sealed class ServiceUnit(string program, string state)
{
    public static string File { get; } = Path.Combine(GuideHost.Root(), "docs", "llmguide.service");

    /// <summary>The unit, with the folders and the runtime of this machine.</summary>
    public string Text { get; } = System.IO.File.ReadAllText(File)
        .Replace("/opt/llmguide/", program.TrimEnd('/') + "/", StringComparison.Ordinal)
        .Replace("/var/lib/llmguide\n", state + "\n", StringComparison.Ordinal)
        .Replace("/usr/bin/dotnet ", RunningProgram.Dotnet + " ", StringComparison.Ordinal)
        .Replace("http://127.0.0.1:5080", "http://127.0.0.1:0", StringComparison.Ordinal);

    public RunningProgram Start() => RunningProgram.StartCommand(
        Assert.Single(Values("WorkingDirectory")),
        Assert.Single(Values("ExecStart")).Split(' '),
        [.. Values("Environment").Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

    private IEnumerable<string> Values(string key) =>
        Text.Split('\n').Where(line => line.StartsWith(key + "=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);
}
