using System.Text;

using DiffPlex;
using DiffPlex.Chunkers;

namespace LlmGuide.Core.Revisions;

/// <summary>What went and what came between two texts: word by word, or line by line where they are long.</summary>
public static class TextDiff
{
    /// <summary>Of both texts together, in characters. Comparing takes time with the product of words and differences.</summary>
    private const int LongText = 20_000;

    /// <returns>Pieces that give the old text without those added, and the new one without those removed.</returns>
    public static IReadOnlyList<DiffPiece> Between(string before, string after)
    {
        IChunker chunker = before.Length + after.Length > LongText ? new LineEndingsPreservingChunker() : new WordChunker();
        var diff = new Differ().CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var pieces = new Pieces();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            pieces.Add(DiffChange.Kept, diff.PiecesOld.Skip(at).Take(block.DeleteStartA - at));
            pieces.Add(DiffChange.Removed, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            pieces.Add(DiffChange.Added, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        pieces.Add(DiffChange.Kept, diff.PiecesOld.Skip(at));
        return pieces.All;
    }

    private sealed class Pieces
    {
        public List<DiffPiece> All { get; } = [];

        public void Add(DiffChange change, IEnumerable<string> words)
        {
            var text = words.Aggregate(new StringBuilder(), (all, word) => all.Append(word)).ToString();
            if (text.Length > 0)
            {
                All.Add(new DiffPiece(change, text));
            }
        }
    }
}
