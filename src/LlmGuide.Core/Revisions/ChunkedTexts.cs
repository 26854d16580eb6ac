using DiffPlex;

using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Revisions;

/// <summary>Two texts in words or lines. What is the same at their ends is not compared: most edits are small.</summary>
internal sealed class ChunkedTexts
{
    private readonly IChunker _chunker;
    private readonly IReadOnlyList<string> _old;
    private readonly IReadOnlyList<string> _new;
    private readonly int _head;
    private readonly int _tail;
    private readonly List<DiffPiece> _pieces = [];

    public ChunkedTexts(IChunker chunker, string before, string after)
    {
        (_chunker, _old, _new) = (chunker, chunker.Chunk(before), chunker.Chunk(after));
        var shorter = Math.Min(_old.Count, _new.Count);
        while (_head < shorter && _old[_head] == _new[_head])
        {
            _head++;
        }

        while (_tail < shorter - _head && _old[^(_tail + 1)] == _new[^(_tail + 1)])
        {
            _tail++;
        }
    }

    /// <summary>What comparing them costs.</summary>
    public long Differing => (long)(_old.Count - _head - _tail) * (_new.Count - _head - _tail);

    public IReadOnlyList<DiffPiece> Compare()
    {
        var diff = new Differ().CreateDiffs(Middle(_old), Middle(_new), ignoreWhiteSpace: false, ignoreCase: false, _chunker);
        Add(DiffChange.Kept, _old, 0, _head);
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(DiffChange.Kept, diff.PiecesOld, at, block.DeleteStartA - at);
            Add(DiffChange.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(DiffChange.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(DiffChange.Kept, diff.PiecesOld, at, diff.PiecesOld.Count - at);
        Add(DiffChange.Kept, _old, _old.Count - _tail, _tail);
        return _pieces;
    }

    private string Middle(IReadOnlyList<string> chunks) => Text(chunks, _head, chunks.Count - _head - _tail);

    private void Add(DiffChange change, IReadOnlyList<string> words, int from, int count)
    {
        var text = Text(words, from, count);
        if (text.Length > 0 && _pieces is [.., var last] && last.Change == change)
        {
            _pieces[^1] = last with { Text = last.Text + text };
        }
        else if (text.Length > 0)
        {
            _pieces.Add(new DiffPiece(change, text));
        }
    }

    private static string Text(IReadOnlyList<string> chunks, int from, int count) =>
        string.Concat(Enumerable.Range(from, count).Select(at => chunks[at]));
}
