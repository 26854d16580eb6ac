using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Discussion.Comments;

namespace LlmGuide.Web.Discussion;

/// <summary>
/// The comments of a page, ready to be sent. For members they are kept, since every member gets the same but for their own marks;
/// anonymous readers share the whole page already, and what is private is kept nowhere.
/// </summary>
internal sealed class ThreadCache(ConversationQuery conversations, ViewCache kept)
{
    /// <returns><c>null</c> when there is no such conversation, or no such thread in it.</returns>
    public async Task<ThreadMarkup?> FindAsync(
        int conversation, ConversationQuestion asked, int? reader, CancellationToken cancellationToken)
    {
        if (reader is not { } member)
        {
            return await MakeAsync(conversation, asked, null, cancellationToken);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"talk:{conversation}:{asked.Order}:{asked.Page}:{asked.Thread}");
        return await kept.GetAsync(
            key, () => MakeAsync(conversation, asked, null, cancellationToken),
            thread => [ConversationChange.TagOf(thread.Talk.Type, thread.Talk.Slug), PageTags.Catalogue], thread => thread.Size)
            ?? await MakeAsync(conversation, asked, member, cancellationToken);
    }

    private async Task<ThreadMarkup?> MakeAsync(
        int conversation, ConversationQuestion asked, int? reader, CancellationToken cancellationToken) =>
        await conversations.RunAsync(conversation, asked, reader, cancellationToken) is { } talk ? ThreadMarkup.Of(talk) : null;
}
