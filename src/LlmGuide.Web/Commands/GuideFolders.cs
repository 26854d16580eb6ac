namespace LlmGuide.Web.Commands;

/// <summary>Where things are: in a checkout below its root, elsewhere below the working directory and beside the program.</summary>
internal static class GuideFolders
{
    /// <summary>What relative file names in the settings are relative to.</summary>
    public static string Root { get; } = Ancestors(Directory.GetCurrentDirectory()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "LlmGuide.sln")))
        ?? Directory.GetCurrentDirectory();

    /// <summary>The folder of the seed: the checkout's own, or the copy that was published with the program.</summary>
    public static string Seed { get; } = new[] { Root, AppContext.BaseDirectory }.Select(folder => Path.Combine(folder, "db", "seed"))
        .FirstOrDefault(Directory.Exists) ?? Path.Combine(AppContext.BaseDirectory, "db", "seed");

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
