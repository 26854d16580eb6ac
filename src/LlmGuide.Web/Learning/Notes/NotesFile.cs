using System.Globalization;
using System.Text;

using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Text;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Learning.Notes;

/// <summary>Everything that a member has noted, as one Markdown file.</summary>
internal static class NotesFile
{
    public static async Task<IResult> AnswerAsync(OwnNotesQuery notes, SiteAddress address, HttpContext http)
    {
        var text = new StringBuilder("# Notes\n");
        await foreach (var note in notes.AllAsync(http.Actor()!.Id, http.RequestAborted))
        {
            var title = MarkdownText.Escape(note.Title);
            var link = address.Of(http.Request, Links.Annotated(note.Kind, note.Slug));
            text.Append(CultureInfo.InvariantCulture, $"\n## {(note.Removed ? title : $"[{title}]({link})")}\n\n")
                .Append(CultureInfo.InvariantCulture, $"Saved {note.NotedAt:yyyy-MM-dd}.\n\n")
                .Append(note.Markdown.TrimEnd()).Append('\n');
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/markdown; charset=utf-8", "llmguide-notes.md");
    }
}
