using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>Walks the tree of a list, and says of every line what kind of line it is.</summary>
internal sealed class BlockWalk
{
    private readonly PartBuilder _parts = new();
    private readonly InlineWalk _inlines;
    private readonly HtmlWalk _html;
    private readonly LineKind[] _lines;
    private readonly List<int> _starts = [0];
    private readonly CancellationToken _cancellationToken;

    private BlockWalk(ListText list, CancellationToken cancellationToken)
    {
        _lines = [.. list.Lines.Select(line => string.IsNullOrWhiteSpace(line) ? LineKind.Empty : LineKind.Text)];
        foreach (var line in list.Lines)
        {
            _starts.Add(_starts[^1] + line.Length + 1);
        }

        _cancellationToken = cancellationToken;
        _html = new HtmlWalk(_parts, Marked);
        _inlines = new InlineWalk(_parts, _html, cancellationToken);
    }

    /// <exception cref="MarkdownException">It is nested too deeply.</exception>
    public static WalkedList Walk(ListText list, CancellationToken cancellationToken)
    {
        var walk = new BlockWalk(list, cancellationToken);
        walk.Each(ListMarkdown.Parse(list.Text));
        walk._parts.EndAll();
        return new WalkedList(walk._parts.Parts, walk._lines);
    }

    private void Each(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            One(block);
        }
    }

    private void One(Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or CodeBlock:
                Mark(block, LineKind.Code);
                break;
            case HeadingBlock heading:
                _parts.EndAll();
                var part = _parts.Begin(PartKind.Heading, heading.Line, heading.Level);
                _inlines.Walk(heading.Inline);
                _parts.End(part);
                break;
            case Table table:
                Rows(table);
                break;
            case ListItemBlock item:
                var begun = _parts.Begin(PartKind.Item, item.Line);
                Each(item);
                _parts.End(begun);
                break;
            case HtmlBlock html:
                Mark(html, LineKind.Html);
                _html.Read(html.Lines.ToString(), html.Line, _cancellationToken);
                _parts.End(PartKind.Paragraph);
                break;
            case ThematicBreakBlock:
                Mark(block, LineKind.Rule);
                break;
            case LinkReferenceDefinitionGroup group:
                group.ToList().ForEach(definition => Mark(definition, LineKind.Reference));
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph);
                break;
            case ContainerBlock container:
                Each(container);
                break;
            default:
                break;
        }
    }

    private void Paragraph(ParagraphBlock paragraph)
    {
        if (_parts.Current is { Kind: PartKind.Item or PartKind.Row })
        {
            _parts.Break(hard: true, paragraph.Line);
            _inlines.Walk(paragraph.Inline);
            _parts.EndLink();
            return;
        }

        var part = _parts.Begin(PartKind.Paragraph, paragraph.Line);
        _inlines.Walk(paragraph.Inline);
        _parts.End(part);
    }

    private void Rows(Table table)
    {
        Mark(table, LineKind.TableRule);
        IReadOnlyList<string> columns = [];
        foreach (var row in table.OfType<TableRow>())
        {
            var part = _parts.Begin(PartKind.Row, LineOf(row) ?? table.Line);
            part.Columns = columns;
            foreach (var (index, cell) in row.OfType<TableCell>().Index())
            {
                if (index > 0)
                {
                    part.NextCell();
                }

                Each(cell);
            }

            _parts.End(part);
            if (row.IsHeader)
            {
                columns = [.. part.Cells.Select(Words.ColumnName)];
                part.Kind = part.Runs.Any(run => run.Kind == RunKind.Link) ? PartKind.Row : PartKind.Head;
            }
        }
    }

    // A row of Markdig has no line of its own.
    private static int? LineOf(TableRow row) =>
        row.Descendants().OfType<Inline>().Where(inline => inline is not ContainerInline)
            .Select(inline => (int?)inline.Line).FirstOrDefault();

    private void Marked(string text, int line)
    {
        foreach (var leaf in ListMarkdown.Parse(text.Trim()).Descendants().OfType<LeafBlock>())
        {
            _inlines.Walk(leaf.Inline, line);
        }
    }

    private void Mark(MarkdownObject block, LineKind kind)
    {
        var end = _starts.BinarySearch(block.Span.End) is var at && at >= 0 ? at : ~at - 1;
        for (var line = block.Line; line <= end && line < _lines.Length; line++)
        {
            _lines[line] = _lines[line] == LineKind.Empty ? LineKind.Empty : kind;
        }
    }
}

/// <summary>What a line is that says nothing by itself.</summary>
internal enum LineKind
{
    Empty,
    Text,
    Code,
    Html,
    Rule,
    TableRule,
    Reference,
}

/// <param name="Lines">Of every line of the file what it is, as far as its block tells.</param>
internal sealed record WalkedList(IReadOnlyList<ListPart> Parts, IReadOnlyList<LineKind> Lines);
