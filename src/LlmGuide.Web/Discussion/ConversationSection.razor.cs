using System.Data.Common;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion;

/// <summary>The conversation of a topic, a resource or a task, on its page.</summary>
public sealed partial class ConversationSection
{
    private ConversationView? _talk;
    private Actor? _reader;

    [Parameter, EditorRequired]
    public int Id { get; set; }

    [Inject]
    public required ConversationQuery Conversations { get; set; }

    [Inject]
    public required MarkConversationSeen MarkSeen { get; set; }

    [Inject]
    public required MarkNotificationsRead MarkRead { get; set; }

    [Inject]
    public required ILogger<ConversationSection> Log { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _reader = Http.Actor();
        var asked = ConversationAddress.Read(Http.Request.Query);
        _talk = await Conversations.RunAsync(Id, asked, _reader, Cancelled)
            ?? await Conversations.RunAsync(Id, asked with { Thread = null }, _reader, Cancelled);
        if (_talk is null)
        {
            return;
        }

        if (_reader is not null && _talk.Newest > (_talk.SeenUpTo ?? 0))
        {
            await RememberAsync(_reader, _talk.Newest);
        }
    }

    private async Task RememberAsync(Actor reader, int newest)
    {
        try
        {
            await MarkSeen.RunAsync(reader, Id, newest, Cancelled);
            await MarkRead.InConversationAsync(reader, Id, newest, Cancelled);
        }
        catch (DbException refused)
        {
            // A database that cannot be written is still read.
            LogNotRemembered(Log, refused);
        }
    }

    private static string Summary(ConversationView talk) =>
        talk.Unseen > 0 && talk.SeenUpTo is not null ? $"{Wording.Count(talk.Comments, "comment")}, {talk.Unseen} new" : Wording.Count(talk.Comments, "comment");

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a member has seen could not be written down.")]
    private static partial void LogNotRemembered(ILogger logger, Exception exception);
}
