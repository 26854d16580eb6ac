using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Suggestions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance;

/// <summary>How much waits for people or for the outside, and for how long.</summary>
public sealed class QueueAgesQuery(
    IDbContextFactory<GuideDb> databases, OutboxStateQuery outbox, LinkCheckRunQuery rounds, TimeProvider clock)
{
    public async Task<IReadOnlyList<QueueAge>> RunAsync(CancellationToken cancellationToken)
    {
        var mails = await outbox.RunAsync(cancellationToken);
        var round = await rounds.RunAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var held = db.Comments.AsNoTracking().Where(comment => comment.State == CommentState.Held || comment.State == CommentState.Hidden);
        var pending = db.Suggestions.AsNoTracking().Where(suggestion => suggestion.State == SuggestionState.Pending);
        return
        [
            Age("mail", mails.Waiting, mails.OldestAt),
            Age("mail given up", mails.GivenUp, null),
            round is { Running: true } ? Age("link", round.Total - round.Done, round.StartedAt) : Age("link", 0, null),
            Age("comment", await held.CountAsync(cancellationToken), await held.MinAsync(comment => comment.StateSince, cancellationToken)),
            Age(
                "suggestion", await pending.CountAsync(cancellationToken),
                await pending.MinAsync(suggestion => (DateTimeOffset?)suggestion.SuggestedAt, cancellationToken)),
        ];
    }

    private QueueAge Age(string queue, int waiting, DateTimeOffset? oldest) =>
        new(queue, waiting, oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);
}

/// <param name="Queue">mail, mail given up, link, comment, suggestion.</param>
/// <param name="Oldest">How long the first of them has waited; zero when none does.</param>
public sealed record QueueAge(string Queue, int Waiting, TimeSpan Oldest);
