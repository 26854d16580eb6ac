using System.Text;

namespace LlmGuide.Core.Text;

/// <summary>
/// Keeps what somebody wrote from turning around what stands beside it, where there is no markup to do so: in subjects of mails, titles of
/// feeds and of tabs. On pages an element with <c>dir="auto"</c> or <c>bdi</c> does it (https://www.w3.org/TR/html-bidi/).
/// </summary>
public static class BidiText
{
    private const char EndOfEmbedding = '\u202C';
    private const char FirstStrong = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <returns>
    /// The text, with the end of every embedding, override and isolate that has none, and without ends that end nothing; the very same
    /// string when there are none of them.
    /// </returns>
    public static string Closed(string text)
    {
        if (!text.Any(IsControl))
        {
            return text;
        }

        var (closed, open) = (new StringBuilder(text.Length), new Stack<char>());
        foreach (var sign in text)
        {
            if (Starts(sign) is { } end)
            {
                open.Push(end);
            }
            else if (IsControl(sign) && !open.TryPop(sign))
            {
                continue;
            }

            closed.Append(sign);
        }

        foreach (var end in open)
        {
            closed.Append(end);
        }

        return closed.ToString();
    }

    /// <returns>
    /// The text as a word of a sentence in another script; the very same string where nothing in it runs from right to left.
    /// </returns>
    public static string Isolated(string text) =>
        text.EnumerateRunes().Any(RunsFromTheRight) ? $"{FirstStrong}{Closed(text)}{EndOfIsolate}" : Closed(text);

    private static bool TryPop(this Stack<char> open, char end)
    {
        var ends = open.TryPeek(out var innermost) && innermost == end;
        if (ends)
        {
            open.Pop();
        }

        return ends;
    }

    private static bool IsControl(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= EndOfIsolate);

    private static char? Starts(char sign) => sign switch
    {
        '\u202A' or '\u202B' or '\u202D' or '\u202E' => EndOfEmbedding,
        >= '\u2066' and <= FirstStrong => EndOfIsolate,
        _ => null,
    };

    /// <summary>The blocks of Unicode whose letters are of the classes R and AL, and the marks that say so.</summary>
    private static bool RunsFromTheRight(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)
        or 0x200F or 0x202B or 0x202E or 0x2067;
}
