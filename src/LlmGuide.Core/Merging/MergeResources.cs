using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Merging;

/// <summary>
/// Makes one of two resources that are the same work. What stands in the path, what builds on it, what is said about it and every
/// address lead to the one that stays; the other is removed, and its history says into what.
/// </summary>
public sealed class MergeResources(
    Writing writing, Editing editing, DraftQuery drafts, ResourceSubject resources, ConversationChange change)
{
    /// <param name="actor">A curator.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <returns>The one that stays.</returns>
    public async Task<Outcome<Edited>> RunAsync(
        Actor actor, string fromSlug, string intoSlug, string? reason, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        var words = ReasonText.Parse(reason, required: true);
        var (from, into) = (await drafts.RunAsync(resources, fromSlug, cancellationToken),
            await drafts.RunAsync(resources, intoSlug.Trim(), cancellationToken));
        if (Refusal.All(Refused(from, into), words.Refusal) is { } refusal)
        {
            return refusal;
        }

        var moved = new MergedResource(from!, into!);
        var (stays, goes) = (
            await Editing.PrepareAsync(resources, actor, moved.Stays(words.Value!), cancellationToken),
            await Editing.PrepareAsync(resources, actor, moved.Goes(words.Value!), cancellationToken));
        if (!stays.TryGet(out var union, out var unfit) || !goes.TryGet(out var removal, out unfit))
        {
            return unfit;
        }

        var merged = await writing.RunTakingAsync(
            db => MergeAsync(db, moved, union, removal, cancellationToken), _ => union.Tags, cancellationToken);
        if (merged.Refusal is { } refused)
        {
            return refused;
        }

        await change.TellAsync(merged.Value.Conversation, SubjectType.Resource, into!.Draft.Slug, CancellationToken.None);
        return merged.Value.Stays;
    }

    private static Refusal? Refused(Editable<ResourceDraft>? from, Editable<ResourceDraft>? into) =>
        from is null || from.Draft.Removed ? Refusal.NotThere()
        : into is null || into.Draft.Removed ? Refusal.Rule("There is no resource with this address in the guide.", "into")
        : from.Id == into.Id ? Refusal.Rule("These are already the same.", "into")
        : null;

    private async Task<Outcome<(Edited Stays, int Conversation)>> MergeAsync(
        GuideDb db, MergedResource moved, PreparedEdit union, PreparedEdit removal, CancellationToken cancellationToken)
    {
        var stays = await editing.ApplyAsync(db, union, cancellationToken);
        if (!stays.TryGet(out var edited, out var refusal))
        {
            return refusal;
        }

        var conversation = await moved.MoveAsync(db, cancellationToken);

        // What was moved by statements is not what the context remembers.
        db.ChangeTracker.Clear();
        var gone = await editing.ApplyAsync(db, removal, cancellationToken);
        return gone.Refusal is { } refused ? refused : (edited, conversation);
    }
}
