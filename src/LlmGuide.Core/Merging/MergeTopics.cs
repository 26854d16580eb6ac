using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Merging;

/// <summary>
/// Makes one topic of two. What is read in it, what needs it, what is said about it and every address lead to the one that stays; the
/// other is removed, and its history says into what.
/// </summary>
public sealed class MergeTopics(
    Writing writing, Editing editing, DraftQuery drafts, TopicSubject topics, MergedTopic merging, ConversationChange change)
{
    /// <param name="actor">A curator.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <returns>The one that stays.</returns>
    public async Task<Outcome<Edited>> RunAsync(
        Actor actor, string fromSlug, string intoSlug, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(topics.Act))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        var (from, into) = (
            await drafts.RunAsync(topics, fromSlug, cancellationToken), await drafts.RunAsync(topics, intoSlug.Trim(), cancellationToken));
        if (Refusal.All(Refused(from, into), words.Refusal) is { } refusal)
        {
            return refusal;
        }

        var merge = new TopicMerge(actor, from!, into!, words.Value!);
        var prepared = await Editing.PrepareAsync(topics, actor, merge.Stays(), cancellationToken);
        if (!prepared.TryGet(out var union, out var unfit))
        {
            return unfit;
        }

        var merged = await writing.RunTakingAsync(
            db => MergeAsync(db, merge, union, cancellationToken), _ => union.Tags, cancellationToken);
        if (merged.Refusal is { } refused)
        {
            return refused;
        }

        foreach (var conversation in merged.Value.Conversations)
        {
            await change.TellAsync(conversation, CancellationToken.None);
        }

        return merged.Value.Stays;
    }

    private static Refusal? Refused(Editable<TopicDraft>? from, Editable<TopicDraft>? into) =>
        from is null || from.Draft.Removed ? Refusal.NotThere()
        : into is null || into.Draft.Removed ? Refusal.Rule("There is no topic with this address on the path.", "into")
        : from.Id == into.Id ? Refusal.Rule("These are already the same.", "into")
        : null;

    private async Task<Outcome<(Edited Stays, IReadOnlyList<int> Conversations)>> MergeAsync(
        GuideDb db, TopicMerge merge, PreparedEdit union, CancellationToken cancellationToken)
    {
        var stays = await editing.ApplyAsync(db, union, cancellationToken);
        if (!stays.TryGet(out var edited, out var refusal))
        {
            return refusal;
        }

        // From here on the one that stays knows already what the other needed.
        var moved = await merging.MoveAsync(db, merge, cancellationToken);
        if (!moved.TryGet(out var conversations, out var stuck))
        {
            return stuck;
        }

        db.ChangeTracker.Clear();
        var from = await DraftQuery.WithinAsync(db, topics, merge.From.Draft.Slug, cancellationToken);
        var removal = await Editing.PrepareAsync(topics, merge.Actor, merge.Goes(from!.Draft), cancellationToken);
        var gone = removal.TryGet(out var ready, out var unfit) ? (await editing.ApplyAsync(db, ready, cancellationToken)).Refusal : unfit;
        return gone is not null ? gone : (edited, conversations);
    }
}
