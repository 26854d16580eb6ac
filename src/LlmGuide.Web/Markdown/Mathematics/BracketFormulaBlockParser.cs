using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Syntax;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Finds a formula between a line of <c>\[</c> and one that ends with <c>\]</c>, whose lines may look like lists or headings. What begins
/// otherwise is left to <see cref="BracketFormulaParser"/>.
/// </summary>
internal sealed class BracketFormulaBlockParser : BlockParser
{
    public BracketFormulaBlockParser() => OpeningCharacters = ['\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.AsSpan().TrimEnd().SequenceEqual(@"\["))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new MathBlock(this)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            FencedChar = '\\',
            OpeningFencedCharCount = 2,
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var (formula, line) = ((MathBlock)block, processor.Line);
        line.TrimEnd();
        if (!line.AsSpan().EndsWith(@"\]"))
        {
            return BlockState.Continue;
        }

        line.End -= 2;
        formula.AppendLine(ref line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        formula.ClosingFencedCharCount = 2;
        formula.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }
}
