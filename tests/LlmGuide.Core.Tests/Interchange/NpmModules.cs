using System.Diagnostics;

using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>Programs of others that read what the guide writes; tests/run installs them.</summary>
internal static class NpmModules
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("LLMGUIDE_TEST_NPM");

    /// <returns>A file of a module; the test is skipped where it is not installed.</returns>
    public static string FileOf(string module, string file)
    {
        var path = Path.Combine(Folder ?? "", "node_modules", module, file);
        Assert.SkipWhen(
            string.IsNullOrEmpty(Folder) || !File.Exists(path), $"LLMGUIDE_TEST_NPM names no folder with {module}; tests/run installs it.");
        return path;
    }

    public static async Task<(int Code, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (output, errors) = (
            process.StandardOutput.ReadToEndAsync(GuideDatabase.Cancelled), process.StandardError.ReadToEndAsync(GuideDatabase.Cancelled));
        await process.WaitForExitAsync(GuideDatabase.Cancelled);
        return (process.ExitCode, await output + await errors);
    }
}
