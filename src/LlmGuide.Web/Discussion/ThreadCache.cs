using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Web.Caching.Nodes;
using LlmGuide.Web.Discussion.Comments;

namespace LlmGuide.Web.Discussion;

/// <summary>
/// The comments of a page, ready to be sent. For members they are kept, since every member gets the same but for their own marks;
/// anonymous readers share the whole page already.
/// </summary>
internal sealed class ThreadCache(ConversationQuery conversations, ViewCache kept)
{
    /// <returns><c>null</c> when there is no such conversation, or no such thread in it.</returns>
    public async Task<ThreadMarkup?> FindAsync(
        int conversation, ConversationQuestion asked, bool forMember, CancellationToken cancellationToken)
    {
        if (!forMember)
        {
            return await MakeAsync(conversation, asked, cancellationToken);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"talk:{conversation}:{asked.Order}:{asked.Page}:{asked.Thread}");
        return await kept.GetAsync(
            key, () => MakeAsync(conversation, asked, cancellationToken),
            thread => [ConversationChange.TagOf(thread.Talk.Type, thread.Talk.Slug), PageTags.Catalogue], thread => thread.Size);
    }

    private async Task<ThreadMarkup?> MakeAsync(int conversation, ConversationQuestion asked, CancellationToken cancellationToken) =>
        await conversations.RunAsync(conversation, asked, cancellationToken) is { } talk ? ThreadMarkup.Of(talk) : null;
}
