using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Path;

/// <summary>What is being discussed, and where on the path one can ask or answer.</summary>
public sealed class DiscussionIndexQuery(IDbContextFactory<GuideDb> databases, DiscussionsQuery discussions)
{
    public async Task<DiscussionIndex> RunAsync(DiscussionList list, long page, CancellationToken cancellationToken)
    {
        var view = await discussions.RunAsync(list, page, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var conversations = db.Conversations;

        // Not paged: the path is one curated list, a few dozen topics.
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Position)
            .Join(
                conversations, t => t.ConversationId, c => c.Id,
                (t, c) => new { t.StageId, t.Position, t.Slug, t.Title, c.OpenQuestions })
            .OrderBy(t => t.Position).ToListAsync(cancellationToken);
        var stages = await db.Stages.AsNoTracking().OrderBy(s => s.Position).Select(s => new { s.Id, s.Title })
            .ToListAsync(cancellationToken);
        return new DiscussionIndex(view, [.. stages.Select(s => new DiscussedStage(
            s.Title, [.. topics.Where(t => t.StageId == s.Id).Select(t => new DiscussedTopic(t.Slug, t.Title, t.OpenQuestions))]))]);
    }
}

/// <param name="Stages">The path, with all its topics.</param>
public sealed record DiscussionIndex(DiscussionsView View, IReadOnlyList<DiscussedStage> Stages);

public sealed record DiscussedStage(string Title, IReadOnlyList<DiscussedTopic> Topics);

/// <param name="OpenQuestions">How many questions about it have no answer yet.</param>
public sealed record DiscussedTopic(string Slug, string Title, int OpenQuestions);
