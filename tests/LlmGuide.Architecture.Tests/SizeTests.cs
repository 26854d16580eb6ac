using System.Globalization;
using System.Runtime.CompilerServices;

namespace LlmGuide.Architecture.Tests;

/// <summary>What is read in one go: files, folders and lines of the source (CONTRIBUTING.md).</summary>
public sealed class SizeTests
{
    private const int LongestFile = 200;
    private const int FilesInFolder = 15;
    private const int LongestLine = 140;

    private static readonly string Source = Path.Combine(Repository(), "src");

    private static readonly List<string> Files =
    [
        .. Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")),
    ];

    [Fact]
    public void No_file_is_longer_than_200_lines() => Assert.Equal(
        [], Files.Select(file => (Name: Named(file), Lines: File.ReadLines(file).Count())).Where(file => file.Lines > LongestFile)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} has {file.Lines} lines")));

    [Fact]
    public void No_folder_has_more_than_15_files() => Assert.Equal(
        [], Files.GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal).Where(folder => folder.Count() > FilesInFolder)
            .Select(folder => string.Create(CultureInfo.InvariantCulture, $"{Named(folder.Key)} has {folder.Count()} files")));

    [Fact]
    public void No_line_is_longer_than_140_columns() => Assert.Equal(
        [], Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(LongLines));

    /// <summary>What stands in a raw string is as long as what it says.</summary>
    private static IEnumerable<string> LongLines(string file)
    {
        var (number, raw) = (0, false);
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var begun = raw;
            raw ^= (line.Split("\"\"\"").Length - 1) % 2 == 1;
            if (!begun && !raw && line.Length > LongestLine)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{Named(file)}:{number} has {line.Length} columns");
            }
        }
    }

    private static string Named(string path) => Path.GetRelativePath(Repository(), path);

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
