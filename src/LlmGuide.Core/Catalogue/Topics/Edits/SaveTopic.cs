using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Adds or changes a topic, and puts it into the stage where it belongs.</summary>
public sealed class SaveTopic(Editing editing, TopicSubject topics, PathSubject path)
{
    /// <summary>A new topic; it stands at the end of its stage.</summary>
    /// <param name="actor">A curator.</param>
    /// <param name="draft">How it is to be.</param>
    /// <param name="stage">The slug of its stage.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public Task<Outcome<Edited>> AddAsync(
        Actor actor, TopicDraft draft, string stage, string? reason, CancellationToken cancellationToken) =>
        editing.AddAsync(topics, actor, new Edit<TopicDraft>(0, 0, draft, reason, EditActs.Added)
        {
            Also = Placing(actor, stage, draft.Title, reason, cancellationToken),
        }, cancellationToken);

    /// <summary>Changes a topic; where the stage is another one, it moves to its end.</summary>
    /// <param name="actor">A curator.</param>
    /// <param name="edit">What to be.</param>
    /// <param name="stage">The slug of its stage.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public Task<Outcome<Edited>> ChangeAsync(Actor actor, Edit<TopicDraft> edit, string stage, CancellationToken cancellationToken) =>
        editing.ChangeAsync(
            topics, actor, edit with { Also = Placing(actor, stage, edit.Draft.Title, edit.Reason, cancellationToken) }, cancellationToken);

    private Func<GuideDb, Edited, Task<Refusal?>> Placing(
        Actor actor, string stage, string title, string? reason, CancellationToken cancellationToken) => async (db, topic) =>
        {
            var now = await DraftQuery.WithinAsync(db, path, LearningPath.Key, cancellationToken);
            if (now!.Draft.StageOf(topic.Key) is not { } from || from == stage)
            {
                return null;
            }

            if (now.Draft.Stages.All(s => s.Stage != stage))
            {
                return Refusal.Rule("This stage no longer exists.", "Stage");
            }

            var words = string.IsNullOrWhiteSpace(reason) ? $"Moved “{title.Trim()}” to another stage." : reason;
            return (await editing.ChangeWithinAsync(
                db, path, actor, now.To(now.Draft.Put(topic.Key, stage), words, PathActions.Moved), cancellationToken)).Refusal;
        };
}
