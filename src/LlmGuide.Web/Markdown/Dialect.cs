using LlmGuide.Core;
using LlmGuide.Web.Markdown.Addresses;
using LlmGuide.Web.Markdown.Figures;
using LlmGuide.Web.Markdown.Mathematics;
using LlmGuide.Web.Markdown.Tables;

using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace LlmGuide.Web.Markdown;

/// <summary>
/// The Markdown that people may write. Extensions are chosen one by one: <c>UseAdvancedExtensions</c> brings generic
/// attributes, and with them <c>{onclick=…}</c>, even where HTML is off.
/// </summary>
internal static class Dialect
{
    /// <summary>Also used to set up the writer, which needs the renderers of the same extensions.</summary>
    public static readonly MarkdownPipeline Pipeline = Build();

    public static MarkdownDocument Parse(string markdown) => WithRules(Markdig.Markdown.Parse(markdown, Pipeline));

    /// <summary>As <see cref="Parse"/>, for the guide's own texts, in which figures stand.</summary>
    /// <exception cref="MarkdownException">A figure does not stand alone in its paragraph.</exception>
    public static MarkdownDocument ParseWithFigures(string markdown)
    {
        var text = Markdig.Markdown.Parse(markdown, Pipeline);
        FigureRules.Apply(text);
        return WithRules(text);
    }

    private static MarkdownDocument WithRules(MarkdownDocument text)
    {
        HeadingRules.Apply(text);
        LinkRules.Apply(text);
        TableRules.Apply(text);
        return text;
    }

    public static bool IsOneParagraph(MarkdownDocument text) => text is [ParagraphBlock];

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseTaskLists()
            .UseFootnotes()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis(); // after UseEmphasisExtras, which brings signs of its own
        // Not UseMathematics, whose rule for a dollar is another; its writers are not needed, see Formulas.
        builder.BlockParsers.Insert(0, new FormulaBlockParser());
        builder.InlineParsers.Insert(0, new FormulaParser());
        builder.BlockParsers.Insert(0, new BracketFormulaBlockParser());
        builder.InlineParsers.Insert(0, new BracketFormulaParser());
        builder.InlineParsers.Insert(0, new AddressParser());
        TableRules.Prepare(builder);
        return builder.Build();
    }
}
