using System.Diagnostics;

using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>
/// Runs awesome-lint (https://github.com/sindresorhus/awesome-lint), as an author of a list does: in a repository with a remote.
/// </summary>
internal static class AwesomeLint
{
    private static readonly string? Modules = Environment.GetEnvironmentVariable("LLMGUIDE_TEST_NPM");

    /// <returns>What it says, where it does not pass; <c>null</c> where it does.</returns>
    public static async Task<string?> RunAsync(string list)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Modules), "LLMGUIDE_TEST_NPM names no folder with awesome-lint; tests/run installs it.");
        var folder = Directory.CreateTempSubdirectory("llmguide-lint-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "readme.md"), list, GuideDatabase.Cancelled);
            await File.WriteAllTextAsync(Path.Combine(folder, "contributing.md"), "Suggest a work on the site.\n", GuideDatabase.Cancelled);
            await RunAsync(folder, "git", "init", "--quiet", "--initial-branch", "main");
            await RunAsync(folder, "git", "remote", "add", "origin", "https://github.com/example/awesome-list.git");
            await RunAsync(folder, "git", "config", "branch.main.remote", "origin");
            var linter = Path.Combine(Modules!, "node_modules", "awesome-lint", "cli.js");
            var (code, said) = await RunAsync(folder, "node", linter, "readme.md");
            return code == 0 ? null : string.Join('\n', said.Split('\n').Where(line => line.Contains('✖', StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string folder, string program, params string[] arguments)
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
