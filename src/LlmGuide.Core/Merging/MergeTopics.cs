using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Merging;

/// <summary>
/// Makes one topic of two. What is read in it, what needs it, what is said about it and every address lead to the one that stays; the
/// other is removed, and its history says into what.
/// </summary>
public sealed class MergeTopics(Editing editing, DraftQuery drafts, TopicSubject topics, MergedTopic merging)
{
    /// <param name="actor">A curator.</param>
    /// <param name="fromSlug">The one that goes.</param>
    /// <param name="intoSlug">The one that stays.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>The one that stays.</returns>
    public async Task<Outcome<Edited>> RunAsync(
        Actor actor, string fromSlug, string intoSlug, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(topics.Act))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        if (words.Refusal is { } wrong)
        {
            return wrong;
        }

        var (from, into) = (
            await drafts.RunAsync(topics, fromSlug, cancellationToken), await drafts.RunAsync(topics, intoSlug.Trim(), cancellationToken));
        if (Refused(from, into) is { } refusal)
        {
            return refusal;
        }

        var merge = new TopicMerge(actor, from!, into!, words.Value!);
        var edit = into!.To(merge.Union(), merge.Reason($"Merged “{from!.Subject.Title}” into it"), EditActs.Merged) with
        {
            Also = (db, _) => FinishAsync(db, merge, cancellationToken),
        };
        var done = await editing.ChangeAsync(topics, actor, edit, cancellationToken);
        if (done.Refusal is null)
        {
            await merging.TellAsync(merge);
        }

        return done;
    }

    private static Refusal? Refused(Editable<TopicDraft>? from, Editable<TopicDraft>? into) =>
        from is null || from.Draft.Removed ? Refusal.NotThere()
        : into is null || into.Draft.Removed ? Refusal.Rule("There is no topic with this address on the path.", "Into")
        : from.Id == into.Id ? Refusal.Rule("These are already the same.", "Into")
        : null;

    /// <summary>In the transaction in which the one that stays knows already what the other needed.</summary>
    private async Task<Refusal?> FinishAsync(GuideDb db, TopicMerge merge, CancellationToken cancellationToken)
    {
        if (await merging.MoveAsync(db, merge, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        db.ChangeTracker.Clear();
        var from = await DraftQuery.WithinAsync(db, topics, merge.From.Draft.Slug, cancellationToken);
        var removal = from!.To(
            from.Draft with { Removed = true }, merge.Reason($"Merged into “{merge.Into.Subject.Title}”"), EditActs.Merged) with
        {
            Version = merge.From.Version,
        };
        return (await editing.ChangeWithinAsync(db, topics, merge.Actor, removal, cancellationToken)).Refusal;
    }
}
