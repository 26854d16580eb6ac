using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>
/// Runs awesome-lint (https://github.com/sindresorhus/awesome-lint), as an author of a list does: in a repository with a remote.
/// </summary>
internal static class AwesomeLint
{
    /// <returns>What it says, where it does not pass; <c>null</c> where it does.</returns>
    public static async Task<string?> RunAsync(string list)
    {
        var linter = NpmModules.FileOf("awesome-lint", "cli.js");
        var folder = Directory.CreateTempSubdirectory("llmguide-lint-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "readme.md"), list, GuideDatabase.Cancelled);
            await File.WriteAllTextAsync(Path.Combine(folder, "contributing.md"), "Suggest a work on the site.\n", GuideDatabase.Cancelled);
            await NpmModules.RunAsync(folder, "git", "init", "--quiet", "--initial-branch", "main");
            await NpmModules.RunAsync(folder, "git", "remote", "add", "origin", "https://github.com/example/awesome-list.git");
            await NpmModules.RunAsync(folder, "git", "config", "branch.main.remote", "origin");
            var (code, said) = await NpmModules.RunAsync(folder, "node", linter, "readme.md");
            return code == 0 ? null : string.Join('\n', said.Split('\n').Where(line => line.Contains('✖', StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
