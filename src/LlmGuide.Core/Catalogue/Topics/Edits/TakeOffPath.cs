using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Takes a topic or a stage off the path, or puts it back. Nothing that belongs to it is lost.</summary>
public sealed class TakeOffPath(Editing editing, DraftQuery drafts, TopicSubject topics, StageSubject stages)
{
    /// <param name="actor">A curator.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    public async Task<Outcome<Edited>> TopicAsync(
        Actor actor, string slug, bool removed, string? reason, CancellationToken cancellationToken) =>
        Refused(actor, topics.Act, reason) is { } refusal ? refusal
        : await drafts.RunAsync(topics, slug, cancellationToken) is not { } now ? Refusal.NotThere()
        : await editing.SaveAsync(topics, actor, now.To(now.Draft with { Removed = removed }, reason, ActOf(removed)), cancellationToken);

    /// <param name="actor">A curator.</param>
    /// <param name="slug">The stage's; to go it must be empty.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    public async Task<Outcome<Edited>> StageAsync(
        Actor actor, string slug, bool removed, string? reason, CancellationToken cancellationToken) =>
        Refused(actor, stages.Act, reason) is { } refusal ? refusal
        : await drafts.RunAsync(stages, slug, cancellationToken) is not { } now ? Refusal.NotThere()
        : await editing.SaveAsync(stages, actor, now.To(now.Draft with { Removed = removed }, reason, ActOf(removed)), cancellationToken);

    private static Refusal? Refused(Actor actor, Permission act, string? reason) =>
        actor.May(act) ? ReasonText.Parse(reason, required: true).Refusal : Refusal.NotAllowed();

    private static string ActOf(bool removed) => removed ? EditActs.Removed : EditActs.Restored;
}
