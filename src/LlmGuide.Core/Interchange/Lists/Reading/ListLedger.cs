using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>What was read so far: lines, sections, and which part became which work.</summary>
internal sealed class ListLedger
{
    private readonly List<ReadLine> _lines = [];
    private readonly List<ReadSection> _sections = [new ReadSection("", 0, null, 0)];
    private readonly Dictionary<ListPart, ReadLine> _works = [];
    private readonly Dictionary<ListPart, string> _words = [];

    public List<ReadLine> Lines => _lines;

    public IReadOnlyList<ReadSection> Sections => _sections;

    public ReadSection Section => _sections[^1];

    /// <summary>Whether works have begun; what stands before them is the list's own.</summary>
    public bool HasWorks { get; private set; }

    public void Begin(string title, int level, int line)
    {
        var parent = Section;
        while (parent.Level >= level)
        {
            parent = parent.Parent!;
        }

        _sections.Add(new ReadSection(title, level, parent, line));
        HasWorks &= parent.Level > 0;
    }

    /// <summary>A part that is a work, as far as it has one; otherwise words.</summary>
    public void Work(ListPart part, ItemReading read)
    {
        var (work, words) = Above(part);
        if (read.Link is not { } link || LinkWords.IsAboutTheList(Section.Title))
        {
            Words(part, read.Description, work, words);
            return;
        }

        Add(part, link, new ReadLine(link.Line, Section)
        {
            Title = read.Title,
            Url = link.Url,
            Description = Something(read.Description),
            Of = work,
            Under = work is null ? words : null,
        });
    }

    /// <summary>A link in an item of its own, which leads to the work that the item around it names.</summary>
    public void Addressed(ListPart part, Run link, string title)
    {
        var (_, words) = part.Parent!.Parent is null ? (null, null) : Above(part.Parent);
        _works[part.Parent] = Add(part, link, new ReadLine(link.Line, Section) { Title = title, Url = link.Url, Under = words });
    }

    /// <summary>Whether an item has been found to be a work.</summary>
    public bool IsWork(ListPart part) => _works.ContainsKey(part);

    /// <summary>Words without a work, or about the one that they stand in.</summary>
    public void Words(ListPart part, string words, ReadLine? work, string? under)
    {
        if (words.Length > 0)
        {
            if (work is not null)
            {
                work.Description ??= Told(words);
            }

            _words[part] = Parts.Words.BeforeSeparators(words);
        }

        if (part.Runs.Any(run => run.Kind is RunKind.Text or RunKind.Code && run.Text.Any(char.IsLetterOrDigit)))
        {
            Note(part.Line, work is null ? ListReasons.Words : ListReasons.About, words, work, under);
        }

        Links(part.Runs, work, under);
    }

    public void Note(int line, string reason, string words, ReadLine? work = null, string? under = null) =>
        _lines.Add(new ReadLine(line, Section)
        {
            Outcome = ListOutcome.Note,
            Reason = reason,
            Description = Something(words),
            Of = work,
            Under = work is null ? under : null,
        });

    /// <summary>An entry for every link that is no work of its own.</summary>
    public void Links(IEnumerable<Run> runs, ReadLine? work, string? under)
    {
        foreach (var link in runs.Where(run => run.Kind == RunKind.Link))
        {
            var why = LinkTarget.WhyNot(link.Url!);
            _lines.Add(new ReadLine(link.Line, Section)
            {
                Outcome = why is null ? ListOutcome.Note : ListOutcome.Skipped,
                Reason = why ?? (link.Pictured ? ListReasons.Badge : work is null ? ListReasons.Link : ListReasons.Beside),
                Title = Something(link.Text),
                Url = link.Url,
                Of = work,
                Under = work is null ? under : null,
            });
        }
    }

    /// <summary>The work that the item around a part is, or its words.</summary>
    public (ReadLine? Work, string? Words) Above(ListPart part)
    {
        for (var above = part.Parent; above is not null; above = above.Parent)
        {
            if (_works.TryGetValue(above, out var work))
            {
                return (work, null);
            }

            if (_words.TryGetValue(above, out var words))
            {
                return (null, words);
            }
        }

        return (null, null);
    }

    private ReadLine Add(ListPart part, Run link, ReadLine work)
    {
        HasWorks = true;
        _works[part] = work;
        _lines.Add(work);
        Section.Works++;
        Links(part.Runs.Where(run => !ReferenceEquals(run, link)), work, null);
        return work;
    }

    // "简介：what it is": the word before the colon only says that it is described.
    private static string Told(string words) => words.IndexOfAny([':', '：']) is > 0 and < 20 and var colon
        && LinkWords.IsTelling(words[..colon]) ? words[(colon + 1)..].Trim() : words;

    private static string? Something(string text) => text.Length > 0 ? text : null;
}
