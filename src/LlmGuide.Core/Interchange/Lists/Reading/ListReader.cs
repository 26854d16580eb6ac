using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Reads what a list says: which works, under which headings, and what of it belongs to which work.</summary>
internal sealed class ListReader
{
    private readonly ListLedger _ledger = new();

    private ListReader()
    {
    }

    /// <exception cref="MarkdownException">The list is nested too deeply.</exception>
    public static ReadList Read(ListText text, CancellationToken cancellationToken)
    {
        var walked = BlockWalk.Walk(text, cancellationToken);
        var reader = new ListReader();
        foreach (var part in walked.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Part(part);
        }

        var ledger = reader._ledger;
        return new ReadList(LineAccount.Complete(ledger.Lines, ledger.Sections, text, walked), ledger.Sections, text.Lines.Count);
    }

    private void Part(ListPart part)
    {
        switch (part.Kind)
        {
            case PartKind.Heading:
                Heading(part);
                break;
            case PartKind.Item:
                Item(part);
                break;
            case PartKind.Row:
                _ledger.Work(part, RowReading.Of(part));
                break;
            case PartKind.Head:
                _ledger.Note(part.Line, ListReasons.Head, Words.Of(part.Runs));
                break;
            default:
                Paragraph(part);
                break;
        }
    }

    private void Heading(ListPart part)
    {
        var title = Words.Of(part.Runs.Where(run => run.Kind != RunKind.Link || !(run.Pictured || IsAnchor(run))));
        title = title.Length > 0 ? title : Words.Line(string.Join(' ', part.Runs.Select(run => run.Text)));
        if (title.Length > 0)
        {
            _ledger.Begin(title, part.Level, part.Line);
        }

        _ledger.Lines.Add(new ReadLine(part.Line, _ledger.Section)
        {
            Outcome = ListOutcome.Note,
            Reason = ListReasons.Heading,
            Title = title.Length > 0 ? title : null,
        });
        var read = ItemReading.Of([.. part.Runs]);
        if (read.Link is { } link && !LinkWords.IsLabel(link))
        {
            _ledger.Work(part, read);
        }
        else
        {
            _ledger.Links(part.Runs, null, null);
        }
    }

    // What GitHub and others put beside a heading: a sign that leads to it, or back to the top.
    private static bool IsAnchor(Run link) => link.Url!.StartsWith('#') && !Words.HasLetters(link.Text);

    private void Item(ListPart part)
    {
        var read = ItemReading.Of([.. part.Runs]);
        var (work, words) = _ledger.Above(part);
        if (read.Link is { } address && words is not null && !_ledger.IsWork(part.Parent!) && SaysOnlyWhere(read))
        {
            // "* Qwen" with "  * Address: https://…" below.
            _ledger.Addressed(part, address, words);
        }
        else if (work is not null && read is { Link: { } beside, Description.Length: 0 }
            && LinkWords.IsLabel(beside) && LinkWords.IsPurpose(read.Title))
        {
            _ledger.Links(part.Runs, work, null);
        }
        else
        {
            _ledger.Work(part, read);
        }
    }

    private static bool SaysOnlyWhere(ItemReading read) => LinkWords.IsLabel(read.Link!)
        && (LinkWords.IsPurpose(read.Title) || LinkWords.IsAddress(read.Title));

    private void Paragraph(ListPart part)
    {
        var runs = part.Runs.ToList();
        var isPreamble = !_ledger.HasWorks && _ledger.Section.Level <= 1;
        if (BarRows.In(part) is { Count: > 0 } rows)
        {
            rows.ToList().ForEach(Part);
        }
        else if (!isPreamble && ItemReading.BeginsBold(runs))
        {
            _ledger.Work(part, ItemReading.Of(runs));
        }
        else if (!isPreamble && Lines(runs) is var lines && lines.Exists(ItemReading.Begins))
        {
            lines.ForEach(line => Line(part, line));
        }
        else
        {
            Prose(part, runs);
        }
    }

    private void Line(ListPart paragraph, List<Run> runs)
    {
        var line = new ListPart(PartKind.Paragraph, runs[0].Line, paragraph.Parent);
        runs.ForEach(line.Add);
        _ledger.Work(line, ItemReading.Begins(runs) ? ItemReading.Of(runs) : new ItemReading(null, "", Words.Of(runs)));
    }

    private static List<List<Run>> Lines(List<Run> runs)
    {
        var lines = new List<List<Run>> { new() };
        foreach (var run in runs)
        {
            if (run.Kind == RunKind.Break)
            {
                lines.Add([]);
            }
            else
            {
                lines[^1].Add(run);
            }
        }

        return [.. lines.Where(line => line.Count > 0)];
    }

    private void Prose(ListPart part, List<Run> runs)
    {
        var (words, section) = (Words.Of(runs), _ledger.Section);
        var introduces = section.Works == 0 && Words.HasLetters(words);
        if (words.Length > 0)
        {
            _ledger.Note(part.Line, introduces ? ListReasons.Introduction : ListReasons.Words, words);
        }

        if (introduces && !LinkWords.IsPurpose(words))
        {
            section.Introduction.Add(ListProse.Of(runs));
        }

        _ledger.Links(runs, null, null);
    }
}
