using DiffPlex;
using DiffPlex.Chunkers;

namespace LlmGuide.Core.Revisions.History;

/// <summary>
/// What went and what came between two texts: word by word, or line by line where too many words differ, or all of it where too many
/// lines do.
/// </summary>
public static class TextDiff
{
    /// <summary>
    /// Words (or lines) that differ in one text, times those in the other. Comparing takes time with that, and everybody may see the
    /// history of a comment: 10,000 single letters replaced by others took 2 s, and lines of one letter more.
    /// </summary>
    private const long MostCompared = 4_000_000;

    private static readonly IChunker[] Chunkers = [new WordChunker(), new LineEndingsPreservingChunker(), new WholeChunker()];

    /// <returns>Pieces that give the old text without those added, and the new one without those removed.</returns>
    public static IReadOnlyList<DiffPiece> Between(string before, string after) =>
        Chunkers.Select(chunker => new ChunkedTexts(chunker, before, after)).First(texts => texts.Differing <= MostCompared).Compare();

    private sealed class WholeChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [text];
    }
}
