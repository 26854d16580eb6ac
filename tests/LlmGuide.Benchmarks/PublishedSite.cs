using System.Diagnostics;

namespace LlmGuide.Benchmarks;

/// <summary>
/// What an operator runs, so what is measured: the ReadyToRun build. (The build output asks the disk about each request, for the
/// sake of somebody who edits a style sheet.)
/// </summary>
internal static class PublishedSite
{
    public const string Program = "LlmGuide.Web.dll";

    public static async Task<string> InAsync(string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(Root(), "src", "LlmGuide.Web"), "-c", "Release", "-r", "linux-x64",
                "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "quiet"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, Program) : throw new InvalidOperationException("dotnet publish failed.");
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "LlmGuide.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Run this in a checkout: LlmGuide.sln was not found.");
        }

        return root.FullName;
    }
}
