using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>The conversation of a topic, a resource or a task, on its page.</summary>
public sealed partial class ConversationSection
{
    private ThreadMarkup? _thread;
    private ReaderMarks? _marks;
    private Actor? _reader;

    [Parameter, EditorRequired]
    public int Id { get; set; }

    [Inject]
    internal KeptThreads Threads { get; set; } = null!;

    [Inject]
    public required ReaderMarksQuery Marks { get; set; }

    [Inject]
    internal VisitNotes Visit { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _reader = Http.Actor();
        var asked = ConversationAddress.Read(Http.Request.Query);
        _thread = await Threads.FindAsync(Id, asked, _reader is not null, Cancelled)
            ?? await Threads.FindAsync(Id, asked with { Thread = null }, _reader is not null, Cancelled);
        if (_thread is null || _reader is null)
        {
            return;
        }

        _marks = await Marks.RunAsync(_thread.Talk, _reader, Cancelled);
        if (_thread.Talk.Newest > (_marks.SeenUpTo ?? 0))
        {
            await Visit.RememberAsync(_reader, Id, _thread.Talk.Newest, Cancelled);
        }
    }

    private string Summary(ConversationView talk) =>
        _marks is { Unseen: > 0, SeenUpTo: not null } ? $"{Wording.Count(talk.Comments, "comment")}, {_marks.Unseen} new" : Wording.Count(talk.Comments, "comment");
}
