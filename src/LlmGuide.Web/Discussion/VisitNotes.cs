using System.Data.Common;

using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Discussion;

/// <summary>Notes that a member has seen a conversation, and what they were told of it. A database that cannot be written is still read.</summary>
internal sealed partial class VisitNotes(MarkConversationSeen seen, MarkNotificationsRead read, ILogger<VisitNotes> log)
{
    public async Task RememberAsync(Actor reader, int conversation, int newest, CancellationToken cancellationToken)
    {
        try
        {
            await seen.RunAsync(reader, conversation, newest, cancellationToken);
            await read.InConversationAsync(reader, conversation, newest, cancellationToken);
        }
        catch (DbException refused)
        {
            LogNotRemembered(log, refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a member has seen could not be written down.")]
    private static partial void LogNotRemembered(ILogger logger, Exception exception);
}
