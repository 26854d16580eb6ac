using System.Buffers;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>
/// Addresses that stand in a text as they are. GitHub lets one begin only after a space and end only at one
/// (https://github.github.com/gfm/#autolinks-extension-); Chinese and Japanese are written without spaces, so here one begins where its
/// scheme does, and ends where no address goes on.
/// </summary>
internal static class BareAddresses
{
    private static readonly SearchValues<string> Beginnings =
        SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Ends = SearchValues.Create("<>\"`|^{}\\");

    /// <summary>As GitHub has it: what ends a sentence is not of the address.</summary>
    private const string Trailing = "?!.,:*_~'\";";

    public static IEnumerable<Run> Split(Run run)
    {
        var (text, from) = (run.Text, 0);
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var end = End(text, at);
            if (!IsAddress(text.AsSpan(at, end - at)))
            {
                at++;
                continue;
            }

            if (at > from)
            {
                yield return run with { Text = text[from..at] };
            }

            yield return run with { Kind = RunKind.Link, Text = text[at..end], Url = text[at..end] };
            (from, at) = (end, end);
        }

        if (from < text.Length)
        {
            yield return from == 0 ? run : run with { Text = text[from..] };
        }
    }

    private static int Next(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOfAny(Beginnings) is var found and >= 0)
        {
            var at = from + found;
            if (text[at] is 'h' or 'H' || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) && text[at - 1] is not ('.' or '/' or '-'))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        // After a scheme GitHub takes a name without a dot too, such as localhost: a link, if none to a work.
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? text["www.".Length..] : text[(scheme + "://".Length)..];
        return host.Length > 2 && char.IsLetterOrDigit(host[0]) && (scheme >= 0 || host.Contains('.'));
    }

    private static int End(string text, int at)
    {
        var end = at;
        while (end < text.Length && GoesOn(text, at, end))
        {
            end++;
        }

        while (end > at && IsTrailing(text.AsSpan(at, end - at)))
        {
            end--;
        }

        return end;
    }

    private static bool GoesOn(string text, int begin, int at)
    {
        var c = text[at];
        if (char.IsAscii(c))
        {
            return c > ' ' && c != '\x7F' && !Ends.Contains(c);
        }

        // A letter that is not of ASCII goes on a name that begins with one: of Wikipedia, for example. After a word of ASCII the
        // sentence goes on that the address stands in.
        return char.IsLetter(c) && !IsFullWidth(c) && at > begin
            && (text[at - 1] is '/' or '=' or '_' or '-' || !char.IsAscii(text[at - 1]));
    }

    private static bool IsFullWidth(char c) => c is >= '\uFF00' and <= '\uFFEF';

    private static bool IsTrailing(ReadOnlySpan<char> address) => address[^1] switch
    {
        ')' => address.Count(')') > address.Count('('),
        ']' => address.Count(']') > address.Count('['),
        var last => Trailing.Contains(last, StringComparison.Ordinal),
    };
}
