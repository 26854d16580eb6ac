using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

using LlmGuide.Core;

namespace LlmGuide.Architecture.Tests;

/// <summary>What is evicted is what pages are kept under. Read from the source: a constant leaves no trace in what is compiled.</summary>
public sealed partial class PageTagTests
{
    private static readonly string[] Members =
    [
        .. typeof(PageTags).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(member => member.Name),
    ];

    [Fact]
    public void Every_tag_is_evicted_by_a_command() => Assert.Equal(Members.Order(), UsedIn("LlmGuide.Core").Order());

    [Fact]
    public void Every_tag_is_carried_by_a_page() => Assert.Equal(Members.Order(), UsedIn("LlmGuide.Web").Order());

    /// <summary>A tag that is spelled where it is used can be spelled in two ways.</summary>
    [Fact]
    public void No_tag_is_spelled_outside_PageTags() => Assert.Empty(
        Source("LlmGuide.Core").Concat(Source("LlmGuide.Web"))
            .SelectMany(file => Spelled().Matches(File.ReadAllText(file)).Select(use => $"{Path.GetFileName(file)}: {use.Value}")));

    /// <summary>A command names what shows its change; the write forgets it after the commit, and never before.</summary>
    [Fact]
    public void Pages_are_forgotten_by_the_write_and_by_the_change_of_a_conversation_alone() => Assert.Equal(
        ["ConversationChange.cs", "IPageCache.cs", "Writing.cs"],
        Source("LlmGuide.Core").Where(file => File.ReadAllText(file).Contains("EvictAsync(", StringComparison.Ordinal))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static HashSet<string> UsedIn(string project) =>
        [.. Source(project).SelectMany(file => Named().Matches(File.ReadAllText(file))).Select(use => use.Groups["tag"].Value)];

    private static IEnumerable<string> Source(string project, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", project);
        return Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor"
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bPageTags\.(?<tag>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("""(EvictAsync\(|TagPage\(|\bTags\s*=>?\s*)\[?[^;\n]*"[^;\n]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spelled();
}
