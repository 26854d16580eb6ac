using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>
/// Rows of a table that Markdig takes for a paragraph: a line of words stands right above the table, or a row has no bar at its end.
/// </summary>
internal static class BarRows
{
    private const int Fewest = 2;

    /// <returns>The lines of a paragraph, where some of them are rows; otherwise nothing.</returns>
    public static IReadOnlyList<ListPart> In(ListPart paragraph)
    {
        var lines = paragraph.Runs.GroupBy(run => run.Line).Select(line => line.Where(run => run.Kind != RunKind.Break).ToList())
            .Where(line => line.Count > 0).ToList();
        if (lines.Count(IsRow) < Fewest)
        {
            return [];
        }

        IReadOnlyList<string> columns = [];
        var parts = new List<ListPart>();
        foreach (var (index, line) in lines.Index())
        {
            var part = IsRow(line) ? Row(line, paragraph) : Words(line, paragraph);
            part.Columns = columns;
            if (index + 1 < lines.Count && IsRule(lines[index + 1]))
            {
                part.Kind = PartKind.Head;
                columns = [.. part.Cells.Select(Parts.Words.ColumnName)];
            }

            if (!IsRule(line))
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static bool IsRow(List<Run> line) => line[0] is { Kind: RunKind.Text } first && first.Text.TrimStart().StartsWith('|');

    private static bool IsRule(List<Run> line) =>
        line.TrueForAll(run => run.Kind == RunKind.Text && run.Text.All(c => c is '|' or '-' or ':' or ' ')) && IsRow(line);

    private static ListPart Words(List<Run> line, ListPart paragraph)
    {
        var part = new ListPart(PartKind.Paragraph, line[0].Line, paragraph.Parent);
        line.ForEach(part.Add);
        return part;
    }

    private static ListPart Row(List<Run> line, ListPart paragraph)
    {
        var part = new ListPart(PartKind.Row, line[0].Line, paragraph.Parent);
        foreach (var (at, run) in line.Index())
        {
            var texts = run.Kind == RunKind.Text ? (at == 0 ? run.Text.TrimStart()[1..] : run.Text).Split('|') : [run.Text];
            foreach (var (index, text) in texts.Index())
            {
                if (index > 0)
                {
                    part.NextCell();
                }

                part.Add(run with { Text = text });
            }
        }

        return part;
    }
}
