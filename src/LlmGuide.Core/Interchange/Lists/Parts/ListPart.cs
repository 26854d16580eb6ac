namespace LlmGuide.Core.Interchange.Lists.Parts;

internal enum PartKind
{
    Heading,
    Item,
    Row,

    /// <summary>The row that names the columns of a table.</summary>
    Head,
    Paragraph,
}

/// <summary>A piece of a list that says one thing: a heading, an item, a row, a paragraph; from Markdown or from HTML.</summary>
/// <param name="line">Counted from 0.</param>
/// <param name="parent">The item that it stands in.</param>
/// <param name="level">Of a heading: 1 to 6.</param>
internal sealed class ListPart(PartKind kind, int line, ListPart? parent, int level = 0)
{
    private readonly List<List<Run>> _cells = [[]];
    private bool _sealed;

    public PartKind Kind { get; set; } = kind;

    public int Line => line;

    public ListPart? Parent => parent;

    public int Level => level;

    /// <summary>Of a row: what the columns are called, in lower case; none where the table has no head.</summary>
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>One, except for rows.</summary>
    public IReadOnlyList<IReadOnlyList<Run>> Cells => _cells;

    public IEnumerable<Run> Runs => _cells.SelectMany(cell => cell);

    /// <summary>Adds a run at the end; text goes on where text of the same kind stands.</summary>
    public void Add(Run run)
    {
        var cell = _cells[^1];
        if (run.Kind == RunKind.Text && !_sealed && cell.Count > 0 && cell[^1] is var last
            && last.Kind == RunKind.Text && last.Line == run.Line && last.Bold == run.Bold && last.Italic == run.Italic)
        {
            cell[^1] = last with { Text = last.Text + run.Text };
            return;
        }

        _sealed = false;
        cell.Add(run);
    }

    /// <summary>Says that something stood here that is not seen, such as a tag: no address goes on across it.</summary>
    public void Seal() => _sealed = true;

    public void NextCell() => _cells.Add([]);

    /// <summary>Makes links of the addresses that stand in its text.</summary>
    public void FindAddresses()
    {
        for (var at = 0; at < _cells.Count; at++)
        {
            _cells[at] = [.. _cells[at].SelectMany(run => run.Kind == RunKind.Text ? BareAddresses.Split(run) : [run])];
        }
    }
}

internal enum RunKind
{
    Text,
    Code,
    Link,
    Image,

    /// <summary>The end of a line: with a line feed as its text where the reader sees one, with a space where the text goes on.</summary>
    Break,
}

/// <summary>Words of one kind within a part.</summary>
/// <param name="Text">As it is seen; of an image, what stands for it.</param>
/// <param name="Line">Counted from 0.</param>
/// <param name="Url">Of a link, as it stands in the file.</param>
/// <param name="Pictured">Whether a link is nothing but an image.</param>
internal sealed record Run(
    RunKind Kind, string Text, int Line, string? Url = null, bool Bold = false, bool Italic = false, bool Pictured = false);
