using System.Globalization;
using System.Text;

using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>A file as lines of clean text. However many lines the file has, this has: so every line can be accounted for.</summary>
/// <param name="Lines">Without their ends; counted from 0.</param>
/// <param name="Broken">The lines, counted from 0, that had bytes which are not UTF-8; each is read as U+FFFD.</param>
internal sealed record ListText(IReadOnlyList<string> Lines, IReadOnlySet<int> Broken)
{
    /// <summary>Several times the largest list that is known.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Many times the longest line of a list that is known; a table of results has a thousand.</summary>
    private const int LongestLine = 50_000;

    public string Text { get; } = string.Join('\n', Lines);

    /// <param name="length">Of the file, in bytes.</param>
    public static Refusal? TooLarge(long length) => length <= MostBytes ? null : Refusal.Rule(string.Create(
        CultureInfo.InvariantCulture,
        $"The file has {length / 1024d / 1024:0.0} MB; a list may have at most {MostBytes / 1024 / 1024} MB."));

    /// <returns>The text; or a sentence on what the file is instead of a list.</returns>
    public static Outcome<ListText> Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (TooLarge(bytes.Length) is { } tooLarge)
        {
            return tooLarge;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Refusal.Rule("The file is UTF-16. Save it as UTF-8.");
        }

        if (bytes.Contains((byte)0))
        {
            return Refusal.Rule("The file is binary, not text. A list is a Markdown file, such as README.md.");
        }

        var (lines, broken) = Split(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        return Fault(lines, broken) is { } fault ? Refusal.Rule(fault) : new ListText(lines, broken);
    }

    // A line ends as CommonMark has it (https://spec.commonmark.org/0.31.2/#line): what else Unicode calls a line end is a space here.
    private static (List<string> Lines, HashSet<int> Broken) Split(ReadOnlySpan<byte> bytes)
    {
        var (lines, broken) = (new List<string>(), new HashSet<int>());
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? bytes : bytes[..end];
            if (!System.Text.Unicode.Utf8.IsValid(line))
            {
                broken.Add(lines.Count);
            }

            lines.Add(CleanText.Of(Encoding.UTF8.GetString(line)).Replace('\n', ' '));
            bytes = end < 0 ? [] : bytes[(end + (bytes[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return (lines, broken);
    }

    private static string? Fault(List<string> lines, HashSet<int> broken)
    {
        if (lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is not { } first)
        {
            return "The file is empty.";
        }

        if (broken.Count > 10 && broken.Count * 3 > lines.Count)
        {
            return "The file is not UTF-8 text. Save it as UTF-8.";
        }

        var begin = first.TrimStart();
        if (begin.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || begin.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return "This is a page in HTML, not Markdown. Take the README itself, which GitHub shows under “Raw”.";
        }

        if (begin[0] == '{' || (begin[0] == '[' && begin[1..].TrimStart() is ['{' or '"', ..] or ""))
        {
            return "This is JSON, not Markdown. Leaderboards come in with the format sota.";
        }

        var tooLong = lines.FindIndex(line => line.Length > LongestLine);
        return tooLong < 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"Line {tooLong + 1} has {lines[tooLong].Length:N0} characters; no line of a list is so long.");
    }
}
