namespace LlmGuide.Core.Interchange.Copies;

/// <summary>Which pages of the site are files of a copy, and how one file leads to another.</summary>
/// <param name="files">The paths of all files of the copy.</param>
/// <param name="site">Makes an address of the site whole, for what is not in the copy.</param>
internal sealed class CopyFiles(IReadOnlySet<string> files, Func<string, string> site)
{
    private const string Markdown = ".md";

    /// <summary>The file of a page, such as <c>topics/lora.html</c> for <c>/topics/lora</c>.</summary>
    public static string PageOf(string path) => path == "/" ? "index.html" : $"{path.TrimStart('/')}.html";

    /// <summary>The file of a Markdown twin.</summary>
    public static string TwinOf(string path) => $"markdown/{path.TrimStart('/')}";

    /// <param name="from">The file in which the link stands.</param>
    /// <param name="path">An address from the root of the site.</param>
    /// <param name="inMarkdown">Whether twins lead to twins; pages lead to pages.</param>
    public string Link(string from, string path, bool inMarkdown)
    {
        var mark = path.IndexOfAny(['#', '?']);
        var (bare, rest) = mark < 0 ? (path, "") : (path[..mark], path[mark..]);
        var isTwin = bare.EndsWith(Markdown, StringComparison.Ordinal);
        var file = isTwin && inMarkdown ? TwinOf(bare)
            : PageOf(isTwin ? bare[..^Markdown.Length] : bare);
        file = files.Contains(file) ? file : bare.TrimStart('/');
        return files.Contains(file) ? Relative(from, file) + (rest.StartsWith('#') ? rest : "") : site(path);
    }

    private static string Relative(string from, string to)
    {
        var depth = from.Count(sign => sign == '/');
        return string.Concat(Enumerable.Repeat("../", depth)) + to;
    }
}
