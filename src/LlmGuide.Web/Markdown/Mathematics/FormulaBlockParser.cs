using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Syntax;

namespace LlmGuide.Web.Markdown.Mathematics;

/// <summary>
/// Finds a formula between two lines of <c>$$</c>. Such a line does not begin one when it ends another, which began in
/// the middle of the paragraph above it; Markdig's parser sees no difference.
/// </summary>
internal sealed class FormulaBlockParser : MathBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        processor.CurrentBlock is ParagraphBlock above && HasOpenFormula(above)
            ? BlockState.None
            : base.TryOpen(processor);

    private static bool HasOpenFormula(ParagraphBlock paragraph)
    {
        var marks = 0;
        foreach (var line in paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count))
        {
            marks += line.Slice.AsSpan().Count("$$");
        }

        return marks % 2 == 1;
    }
}
