using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>
/// Which of the links of an item is the work, and what the work is called. The first link that names something is it; where the links
/// only say what they are for (paper, code), the words before them are the title and the first of them is the address.
/// </summary>
/// <param name="Link">The work; <c>null</c> where no link leads to one.</param>
/// <param name="Description">What else it says; all of it, where there is no work.</param>
internal sealed record ItemReading(Run? Link, string Title, string Description)
{
    /// <summary>A bold beginning that is shorter may be a label such as "New".</summary>
    private const int ShortestTitle = 12;

    /// <summary>What stands before a link is a sentence from this many words on.</summary>
    private const int Sentence = 7;

    private const int ShortestQuote = 15;

    public static ItemReading Of(IReadOnlyList<Run> runs)
    {
        var links = runs.Index().Where(at => IsWork(at.Item)).Select(at => at.Index).ToList();
        if (links.Count == 0)
        {
            return new ItemReading(null, "", Words.Of(runs));
        }

        var named = links.FindIndex(at => !LinkWords.IsLabel(runs[at]));
        var (bold, after) = BoldTitle(runs, links[0]);
        if (named < 0)
        {
            return bold.Length > 0 ? Titled(bold, runs, links[0], after) : Labelled(runs, links[0]);
        }

        return bold.Length >= ShortestTitle && !Ends(bold, runs, after, ':')
            ? Titled(bold, runs, links[0], after) : Named(runs, links[named]);
    }

    /// <summary>Whether a paragraph is like an item: it begins with the work.</summary>
    public static bool Begins(IReadOnlyList<Run> runs)
    {
        var first = runs.Index().FirstOrDefault(at => at.Item.Kind is RunKind.Link or RunKind.Code
            || (at.Item.Kind == RunKind.Text && Words.AfterMarks(at.Item.Text).Length > 0));
        if (first.Item is not { } link || !IsWork(link) || LinkWords.IsLabel(link))
        {
            return false;
        }

        // "[X](…) - what it is" is an item, "[X](…) is what" is a sentence.
        var rest = string.Concat(runs.Skip(first.Index + 1).Where(r => r.Kind != RunKind.Image)
            .Select(r => r.Kind == RunKind.Link && LinkWords.IsLabel(r) ? "" : r.Text)).TrimStart();
        return rest.Length == 0 || !(char.IsLetterOrDigit(rest[0]) || rest[0] is ',' or '.' or '\'' or '’')
            || Words.WithoutEmptyBrackets(rest).Length == 0;
    }

    /// <summary>Whether a paragraph is like an item: a title in bold, with links that say what they are for.</summary>
    public static bool BeginsBold(IReadOnlyList<Run> runs)
    {
        var links = runs.Index().Where(at => IsWork(at.Item)).ToList();
        return links.Count > 0 && links.TrueForAll(at => LinkWords.IsLabel(at.Item)) && BoldTitle(runs, links[0].Index).Title.Length > 0;
    }

    private static bool IsWork(Run run) => run.Kind == RunKind.Link && LinkTarget.IsWork(run.Url!);

    private static ItemReading Named(IReadOnlyList<Run> runs, int at)
    {
        var link = runs[at];
        var (before, after) = (Told(runs.Take(at)), Told(runs.Skip(at + 1)));
        var isSentence = before.Split(' ').Length >= Sentence && !before.EndsWith(':');
        var description = isSentence ? Words.Of(runs)
            : Words.AfterSeparators(after) is { Length: > 0 } told ? told : Trimmed(before);
        return new ItemReading(link, link.Text, Clean(description));
    }

    private static ItemReading Titled(string title, IReadOnlyList<Run> runs, int link, int after) =>
        new(runs[link], Words.BeforeSeparators(Words.Line(title)), Clean(Words.AfterSeparators(Told(runs.Skip(after)))));

    private static ItemReading Labelled(IReadOnlyList<Run> runs, int at)
    {
        var link = runs[at];
        var (title, rest) = Lead(runs.Take(at).ToList());
        var after = Told(runs.Skip(at + 1));
        if (title.Length > 0)
        {
            return new ItemReading(link, title, Clean(Words.AfterSeparators(Words.Line($"{rest} {Words.AfterSeparators(after)}"))));
        }

        var told = Words.AfterSeparators(after);
        var isNamedAfter = Words.HasLetters(told) && (IsInBrackets(runs, at) || link.Pictured || IsUntitled(link, after));
        return isNamedAfter || (link.Text.Length == 0 && told.Length > 0)
            ? new ItemReading(link, Clean(told), "")
            : new ItemReading(link, link.Text.Length > 0 ? link.Text : link.Url!, Clean(told));
    }

    private static bool IsInBrackets(IReadOnlyList<Run> runs, int at) =>
        at > 0 && runs[at - 1].Text.TrimEnd().EndsWith('[') && at + 1 < runs.Count && runs[at + 1].Text.TrimStart().StartsWith(']');

    // "[PDF](…) The title": one word for what it is, and no sign between it and the words that follow.
    private static bool IsUntitled(Run link, string after) => LinkWords.IsAddress(link.Text)
        || (!link.Text.Contains(' ', StringComparison.Ordinal)
        && after.Length > 0 && char.IsLetterOrDigit(after[0]) && after.Contains(' ', StringComparison.Ordinal));

    /// <summary>The title that words before the first link say, and what they say besides.</summary>
    private static (string Title, string Remainder) Lead(List<Run> runs)
    {
        var all = Words.Of(runs);
        if (Quoted(all) is { } quoted)
        {
            return (quoted, Words.AfterSeparators(all[(all.LastIndexOfAny(['”', '"']) + 1)..]));
        }

        if (runs.FindIndex(run => run.Bold && Words.Line(run.Text).Length >= ShortestTitle) is >= 0 and var bold)
        {
            return (Words.BeforeSeparators(Words.Line(runs[bold].Text)), Words.AfterSeparators(Words.Of(runs.Skip(bold + 1))));
        }

        // A line of its own, or authors in italics, come after the title.
        var end = runs.Index().FirstOrDefault(at => EndsTitle(at.Item) && Words.HasLetters(Words.Of(runs.Take(at.Index)))).Index;
        var words = Words.AfterMarks(Words.Of(end > 0 ? runs.Take(end) : runs));
        var (group, title) = Group(words);
        title = Words.BeforeSeparators(Words.WithoutEmptyBrackets(title));
        return title.Length == 0 ? (Words.BeforeSeparators(words), "")
            : (title, Words.Line($"{group} {(end > 0 ? Words.Of(runs.Skip(end)) : "")}"));
    }

    private static bool EndsTitle(Run run) =>
        run is { Kind: RunKind.Break, Text: "\n" } || (run is { Kind: RunKind.Text, Italic: true, Bold: false });

    /// <summary>Takes apart "(NeurIPS 2023) A title".</summary>
    private static (string Group, string Remainder) Group(string words)
    {
        const int longest = 40;
        var close = words.Length > 0 ? words[0] switch { '(' => ')', '[' => ']', '（' => '）', '【' => '】', _ => '\0' } : '\0';
        var end = close == '\0' ? -1 : words.IndexOf(close, StringComparison.Ordinal);
        return end is > 0 and < longest && Words.AfterMarks(words[(end + 1)..]) is { } rest && Words.HasLetters(rest)
            ? (words[1..end], rest) : ("", words);
    }

    private static string? Quoted(string words)
    {
        var (begin, end) = (words.IndexOfAny(['“', '"']), words.LastIndexOfAny(['”', '"']));

        // "“Why should I trust you?”: explaining …" goes on after it.
        return begin >= 0 && end - begin > ShortestQuote && !words[(end + 1)..].TrimStart().StartsWith(':')
            ? Words.BeforeSeparators(words[(begin + 1)..end]) : null;
    }

    private static (string Title, int After) BoldTitle(IReadOnlyList<Run> runs, int until)
    {
        var begin = 0;
        while (begin < until && !IsWords(runs[begin]))
        {
            begin++;
        }

        var end = begin;
        while (end < until && runs[end].Bold && runs[end].Kind is RunKind.Text or RunKind.Code)
        {
            end++;
        }

        var title = Words.AfterMarks(Words.Of(runs.Skip(begin).Take(end - begin)));
        return Words.HasLetters(title) && !LinkWords.IsPurpose(title) ? (title, end) : ("", 0);
    }

    private static bool IsWords(Run run) => run.Kind == RunKind.Code
        || (run.Kind == RunKind.Text && Words.HasLetters(Words.AfterMarks(run.Text)));

    private static bool Ends(string title, IReadOnlyList<Run> runs, int after, char sign) =>
        title.TrimEnd().EndsWith(sign) || (after < runs.Count && runs[after].Text.TrimStart().StartsWith(sign));

    /// <summary>The words, without those that only say what a link is for.</summary>
    private static string Told(IEnumerable<Run> runs) => Words.WithoutEmptyBrackets(string.Concat(runs.Select(run => run.Kind switch
    {
        RunKind.Link => LinkWords.IsLabel(run) ? "" : run.Text,
        RunKind.Image => "",
        RunKind.Break => " ",
        _ => run.Text,
    })));

    private static string Trimmed(string words)
    {
        var trimmed = Words.BeforeSeparators(Words.AfterMarks(words), keepStop: true);
        return trimmed is ['(', .. var within, ')'] && !within.Contains(')', StringComparison.Ordinal) ? within : trimmed;
    }

    private static string Clean(string words) => Words.BeforeSeparators(Words.WithoutEmptyBrackets(words), keepStop: true);
}
