namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>Tables in HTML: a row that has head cells and no links names the columns of those below it.</summary>
internal sealed class HtmlRows(PartBuilder parts)
{
    private IReadOnlyList<string> _columns = [];
    private bool _isHead;
    private bool _inCell;

    public void BeginTable() => _columns = [];

    public void BeginRow(int line)
    {
        EndRow();
        parts.Begin(PartKind.Row, line).Columns = _columns;
        (_isHead, _inCell) = (false, false);
    }

    public void Cell(bool isHead, int line)
    {
        _isHead |= isHead;
        if (parts.Current is not { Kind: PartKind.Row } row)
        {
            parts.Break(hard: true, line);
        }
        else if (_inCell)
        {
            row.NextCell();
        }

        _inCell = true;
    }

    public void EndRow()
    {
        if (_isHead && parts.Current is { Kind: PartKind.Row } row && !row.Runs.Any(run => run.Kind == RunKind.Link))
        {
            row.Kind = PartKind.Head;
            _columns = [.. row.Cells.Select(Words.ColumnName)];
        }

        parts.End(PartKind.Head);
        parts.End(PartKind.Row);
        _isHead = false;
    }
}
