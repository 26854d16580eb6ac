using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Web.Discussion.Comments;
using LlmGuide.Web.Discussion.Notifications;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>The conversation of a topic, a resource, a task or a group, on its page.</summary>
public sealed partial class ConversationSection
{
    private const string Invitation = "If something here stopped you, it will stop the next reader too. Ask here.";

    private Shown? _shown;
    private Actor? _reader;

    [Parameter, EditorRequired]
    public int Id { get; set; }

    [Inject]
    internal ThreadCache Threads { get; set; } = null!;

    [Inject]
    public required ReaderMarksQuery Marks { get; set; }

    [Inject]
    internal VisitNotes Visit { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _reader = Http.Actor();
        var asked = ConversationAddress.Read(Http.Request.Query);
        var thread = await Threads.FindAsync(Id, asked, _reader?.Id, Aborted)
            ?? await Threads.FindAsync(Id, asked with { Thread = null }, _reader?.Id, Aborted);
        if (thread is null)
        {
            return;
        }

        var marks = _reader is null ? null : await Marks.RunAsync(thread.Talk, _reader, Aborted);
        if (_reader is not null && thread.Talk.Newest > (marks?.SeenUpTo ?? 0))
        {
            await Visit.RememberAsync(_reader, Id, thread.Talk.Newest);
        }

        _shown = new Shown(thread, marks);
    }

    private static string Summary(ConversationView talk, ReaderMarks? marks) =>
        marks is { Unseen: > 0, SeenUpTo: not null }
            ? $"{Labels.Count(talk.Comments, "comment")}, {marks.Unseen} new"
            : Labels.Count(talk.Comments, "comment");

    /// <param name="Marks">What is the reader's own in it; <c>null</c> for nobody.</param>
    private sealed record Shown(ThreadMarkup Thread, ReaderMarks? Marks);
}
