using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>Gives every line of the file that nothing was said of yet what it is.</summary>
internal static class LineAccount
{
    public static IReadOnlyList<ReadLine> Complete(
        List<ReadLine> read, IReadOnlyList<ReadSection> sections, ListText text, WalkedList walked)
    {
        var said = read.ToLookup(line => line.Line);
        var runs = walked.Parts.SelectMany(part => part.Runs).ToList();
        var images = runs.Where(run => run.Kind == RunKind.Image).Select(run => run.Line).ToHashSet();
        var words = runs.Where(run => run.Kind is RunKind.Text or RunKind.Code && !string.IsNullOrWhiteSpace(run.Text))
            .Select(run => run.Line).ToHashSet();
        var complete = new List<ReadLine>(read.Count + text.Lines.Count);
        var section = 0;
        for (var line = 0; line < text.Lines.Count; line++)
        {
            while (section + 1 < sections.Count && sections[section + 1].Line <= line)
            {
                section++;
            }

            var before = complete.Count;
            complete.AddRange(said[line]);
            if (complete.Count == before)
            {
                var (outcome, reason) = Kind(walked.Lines[line], words.Contains(line), images.Contains(line));
                complete.Add(new ReadLine(line, sections[section]) { Outcome = outcome, Reason = reason });
            }

            if (text.Broken.Contains(line))
            {
                complete[before].Reason = complete[before].Reason is { } reason ? $"{reason} {ListReasons.Broken}" : ListReasons.Broken;
            }
        }

        return complete;
    }

    private static (ListOutcome Outcome, string Reason) Kind(LineKind kind, bool hasWords, bool hasImages) => kind switch
    {
        LineKind.Empty => (ListOutcome.Skipped, ListReasons.Empty),
        LineKind.Code => (ListOutcome.Skipped, ListReasons.Code),
        LineKind.Rule => (ListOutcome.Skipped, ListReasons.Rule),
        LineKind.Reference => (ListOutcome.Skipped, ListReasons.Reference),
        _ when hasWords => (ListOutcome.Note, ListReasons.GoesOn),
        _ when hasImages => (ListOutcome.Skipped, ListReasons.Image),
        LineKind.TableRule => (ListOutcome.Skipped, ListReasons.TableRule),
        LineKind.Html => (ListOutcome.Skipped, ListReasons.Html),
        _ => (ListOutcome.Note, ListReasons.GoesOn),
    };
}
