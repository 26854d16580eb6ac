using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LlmGuide.Architecture.Tests;

/// <summary>The records in docs/decisions: one form, and a number for each.</summary>
public sealed partial class DecisionTests
{
    private static readonly string[] Parts = ["Context", "Decision", "Consequences", "What was measured", "What else was considered"];

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder()).Select(file => Path.GetFileName(file))];

    [Fact]
    public void Each_number_is_given_once_and_none_is_left_out() =>
        Assert.Equal(Enumerable.Range(1, Names.Count), Names.Select(
            name => int.Parse(name.Data[..4], System.Globalization.CultureInfo.InvariantCulture)).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_decision_has_its_number_a_date_and_its_parts_in_order(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name));
        Assert.Matches($@"\A# {name[..4]} \S.*\n\nAccepted, \d{{4}}-\d\d-\d\d\.\n\n## Context\n\n", text);
        var parts = Heading().Matches(text).Select(heading => heading.Groups["part"].Value).ToList();
        Assert.Equal(Parts.Where(parts.Contains), parts);
        Assert.Equal(Parts[..3], parts.Take(3));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "decisions");

    [GeneratedRegex("^## (?<part>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
