namespace LlmGuide.Web.Settings;

/// <summary>Where things are: in a checkout below its root, elsewhere below the working directory and beside the program.</summary>
internal static class GuideFolders
{
    /// <summary>What relative file names in the settings are relative to.</summary>
    public static string Root { get; } = Checkout(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();

    /// <summary>
    /// The folder of the seed: the checkout's own, the copy that was published with the program, or that of the checkout that the
    /// program was built in.
    /// </summary>
    public static string Seed { get; } = new[] { Root, AppContext.BaseDirectory, Checkout(AppContext.BaseDirectory) }.OfType<string>()
        .Select(folder => Path.Combine(folder, "db", "seed")).FirstOrDefault(Directory.Exists)
        ?? Path.Combine(AppContext.BaseDirectory, "db", "seed");

    private static string? Checkout(string folder) => Ancestors(folder).FirstOrDefault(at => File.Exists(Path.Combine(at, "LlmGuide.sln")));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
