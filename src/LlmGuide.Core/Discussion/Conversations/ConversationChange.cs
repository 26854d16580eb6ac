using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>
/// What follows every change of a conversation, after its commit: kept pages are forgotten (none is kept of a private one), and those
/// who look at it are told.
/// </summary>
public sealed class ConversationChange(IDbContextFactory<GuideDb> databases, IPageCache pages, IConversationNews news)
{
    public async Task TellAsync(int conversationId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var subject = await db.Conversations.IgnoreQueryFilters(DiscussionTables.OfAll).AsNoTracking().Where(c => c.Id == conversationId)
            .Select(c => new { c.Type, c.Slug }).FirstAsync(cancellationToken);
        await TellAsync(conversationId, subject.Type, subject.Slug, cancellationToken);
    }

    public async Task TellAsync(int conversationId, SubjectType type, string slug, CancellationToken cancellationToken)
    {
        if (type != SubjectType.Group)
        {
            await pages.EvictAsync([TagOf(type, slug), PageTags.Discussions], cancellationToken);
        }

        news.Changed(conversationId);
    }

    /// <summary>The tag of every page that shows the conversation: that of its subject.</summary>
    public static string TagOf(SubjectType type, string slug) => type switch
    {
        SubjectType.Topic => PageTags.Topic(slug),
        SubjectType.Resource => PageTags.Resource(slug),
        SubjectType.Task => PageTags.Task(slug),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Nothing is kept under it."),
    };
}
