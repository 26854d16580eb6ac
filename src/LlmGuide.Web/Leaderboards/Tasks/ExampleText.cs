using System.Text.RegularExpressions;

namespace LlmGuide.Web.Leaderboards.Tasks;

/// <summary>How the example of a task is set: a program, a query or mark-up in the type of programs, words in that of words.</summary>
internal static partial class ExampleText
{
    public static string ClassOf(string example) => Code().IsMatch(example) ? "q code" : "q";

    /// <summary>A definition, a call with a block after it, a query, a return, an assignment or a tag.</summary>
    [GeneratedRegex(
        """\b(def|class|function|fn|public|static)\s+\w+\s*[(:{<]|\w\([^)]*\)\s*[:{;]|\bSELECT\b.+\bFROM\b"""
        + """|^\s*return\s+\S|^\w+\s*=\s*\S|</\w+>""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
