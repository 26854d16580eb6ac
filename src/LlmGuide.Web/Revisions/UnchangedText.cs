namespace LlmGuide.Web.Revisions;

/// <summary>A part of a text that two states share: what stands next to a change, and what may be folded between.</summary>
/// <param name="Folded">Empty where it is too short to be folded.</param>
internal sealed record UnchangedText(string Head, string Folded, string Tail)
{
    /// <summary>Lines on each side that say where one is.</summary>
    private const int LinesKept = 2;

    private const int CharactersKept = 200;

    /// <summary>What is folded saves more than this, or is shown.</summary>
    private const int Worthwhile = 200;

    public int Lines => Folded.AsSpan().TrimEnd('\n').Count('\n') + 1;

    public static UnchangedText Of(string text)
    {
        var (start, end) = (After(text), Before(text));
        return end - start > Worthwhile ? new(text[..start], text[start..end], text[end..]) : new(text, "", "");
    }

    /// <summary>Where the first lines end, or some words of a line that is longer.</summary>
    private static int After(string text)
    {
        var at = 0;
        for (var line = 0; line < LinesKept && at >= 0; line++)
        {
            at = text.IndexOf('\n', at) + 1 is var next and > 0 ? next : -1;
        }

        return at is >= 0 and <= CharactersKept ? at
            : text.Length <= CharactersKept ? text.Length
            : text.LastIndexOfAny([' ', '\n'], CharactersKept) is var space and >= 0 ? space + 1 : CharactersKept;
    }

    private static int Before(string text)
    {
        var at = text.Length;
        for (var line = 0; line < LinesKept && at > 0; line++)
        {
            at = text.LastIndexOf('\n', at - 1);
        }

        var least = Math.Max(0, text.Length - CharactersKept);
        return at + 1 >= least ? Math.Min(at + 1, text.Length) : text.IndexOf(' ', least) is var space and >= 0 ? space : least;
    }
}
