namespace LlmGuide.Core.Interchange.Lists.Parts;

/// <summary>
/// Takes what Markdown and HTML open, say and close, in the order of the file, and makes parts of it. The two may be mixed: what one
/// opens the other may fill.
/// </summary>
internal sealed class PartBuilder
{
    private readonly List<ListPart> _parts = [];
    private readonly List<ListPart> _open = [];
    private readonly List<Run> _linked = [];
    private (string Url, int Line)? _link;

    /// <summary>In the order in which they begin.</summary>
    public IReadOnlyList<ListPart> Parts => _parts;

    /// <summary>How many marks of bold are open.</summary>
    public int Bold { get; set; }

    /// <summary>How many marks of emphasis are open.</summary>
    public int Italic { get; set; }

    /// <summary>Whether text belongs to a part; otherwise it begins a paragraph.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Whether what is said belongs to a link.</summary>
    public bool IsLinking => _link is not null;

    public ListPart? Current => _open.Count > 0 ? _open[^1] : null;

    public ListPart Begin(PartKind kind, int line, int level = 0)
    {
        EndLink();
        var part = new ListPart(kind, line, _open.FindLast(open => open.Kind == PartKind.Item), level);
        _parts.Add(part);
        _open.Add(part);
        return part;
    }

    /// <summary>Ends a part, and what was left open in it.</summary>
    public void End(ListPart part)
    {
        EndLink();
        while (_open.Count > 0 && _open.Contains(part))
        {
            _open[^1].FindAddresses();
            _open.RemoveAt(_open.Count - 1);
        }

        if (_open.Count == 0)
        {
            // What HTML opened and never closed would go on to the end of the list.
            (Bold, Italic) = (0, 0);
        }
    }

    /// <summary>Ends the innermost open part of a kind; none may be open.</summary>
    public void End(PartKind kind)
    {
        if (_open.FindLast(open => open.Kind == kind) is { } part)
        {
            End(part);
        }
    }

    public void EndAll()
    {
        if (_open.Count > 0)
        {
            End(_open[0]);
        }
    }

    public void Text(string text, int line)
    {
        if (text.Length > 0 && (IsOpen || !string.IsNullOrWhiteSpace(text)))
        {
            Add(new Run(RunKind.Text, text, line, Bold: Bold > 0, Italic: Italic > 0));
        }
    }

    public void Code(string text, int line) => Add(new Run(RunKind.Code, text, line, Bold: Bold > 0, Italic: Italic > 0));

    public void Image(string alt, int line) => Add(new Run(RunKind.Image, alt, line));

    public void Break(bool hard, int line)
    {
        if (IsOpen || IsLinking)
        {
            Add(new Run(RunKind.Break, hard ? "\n" : " ", line));
        }
    }

    public void BeginLink(string url, int line)
    {
        EndLink();
        _link = (url.Trim(), line);
    }

    public void EndLink()
    {
        if (_link is not { } link)
        {
            return;
        }

        _link = null;
        var words = Words.Of(_linked);
        var pictured = words.Length == 0 && _linked.Exists(r => r.Kind == RunKind.Image);
        var alt = Words.Line(string.Join(' ', _linked.Where(r => r.Kind == RunKind.Image).Select(r => r.Text)));
        var bold = _linked.Exists(r => r.Bold) || Bold > 0;
        _linked.Clear();
        Add(new Run(RunKind.Link, pictured ? alt : words, link.Line, link.Url, bold, Italic > 0, pictured));
    }

    private void Add(Run run)
    {
        if (_link is not null)
        {
            _linked.Add(run);
            return;
        }

        (Current ?? Begin(PartKind.Paragraph, run.Line)).Add(run);
    }
}
