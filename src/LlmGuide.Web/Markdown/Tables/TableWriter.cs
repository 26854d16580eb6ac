using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace LlmGuide.Web.Markdown.Tables;

/// <summary>
/// Wide tables scroll inside a region that takes the focus, so that a keyboard can scroll it. Columns are aligned by
/// class: Markdig writes a style attribute, which neither the allow-list nor the content security policy lets through.
/// </summary>
internal sealed class TableWriter : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        UseClassesForAlignment(table);
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }

    private static void UseClassesForAlignment(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var column = 0; column < row.Count && column < table.ColumnDefinitions.Count; column++)
            {
                if (ClassFor(table.ColumnDefinitions[column].Alignment) is { } alignment)
                {
                    row[column].GetAttributes().AddClass(alignment);
                }
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
        }
    }

    private static string? ClassFor(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Right => "align-right",
        TableColumnAlign.Center => "align-center",
        _ => null,
    };
}
