using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace LlmGuide.Web.Markdown;

/// <summary>The box of a task says in words whether it is ticked: an input without a name is announced as just that.</summary>
internal sealed class TaskWriter : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer.Write(obj.Checked
        ? "<input type=\"checkbox\" disabled checked aria-label=\"Done\">"
        : "<input type=\"checkbox\" disabled aria-label=\"Not done\">");
}
