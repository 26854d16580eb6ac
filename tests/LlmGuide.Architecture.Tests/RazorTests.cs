using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LlmGuide.Architecture.Tests;

/// <summary>How Razor is laid out, which no formatter looks after (CONTRIBUTING.md).</summary>
public sealed partial class RazorTests
{
    private const int Columns = 140;

    [Fact]
    public void No_line_is_longer_than_a_line_of_code() =>
        Assert.Empty(
            Lines().Where(line => line.Text.Length > Columns).OrderByDescending(line => line.Text.Length).Select(line => line.Place));

    [Fact]
    public void No_line_opens_one_block_after_another() =>
        Assert.Empty(Lines().Where(line => Block().Count(line.Text) > 1).Select(line => line.Place));

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from file in Directory.EnumerateFiles(Folder(), "*.razor", SearchOption.AllDirectories)
        from line in File.ReadLines(file).Index()
        select (string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(Folder(), file)}:{line.Index + 1}"), line.Item);

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "LlmGuide.Web");

    [GeneratedRegex(
        "<(div|p|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|section|nav|aside|form|fieldset|h[1-6]|figure|details|select|option)[ >]",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
