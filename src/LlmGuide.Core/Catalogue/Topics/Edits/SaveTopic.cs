using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>Adds or changes a topic, and puts it into the stage where it belongs.</summary>
public sealed class SaveTopic(Writing writing, Editing editing, TopicSubject topics, PathSubject path)
{
    /// <param name="actor">A curator.</param>
    /// <param name="stage">The slug of its stage; where that is another one than now, it moves to its end.</param>
    public async Task<Outcome<Edited>> RunAsync(Actor actor, Edit<TopicDraft> edit, string stage, CancellationToken cancellationToken)
    {
        var prepared = await Editing.PrepareAsync(topics, actor, edit, cancellationToken);
        if (!prepared.TryGet(out var ready, out var refusal))
        {
            return refusal;
        }

        return await writing.RunTakingAsync(
            async db =>
            {
                var saved = await editing.ApplyAsync(db, ready, cancellationToken);
                return saved.Value is { } topic && await PlaceAsync(db, topic, actor, edit, stage, cancellationToken) is { } refused
                    ? refused : saved;
            },
            _ => ready.Tags,
            cancellationToken);
    }

    private async Task<Refusal?> PlaceAsync(
        GuideDb db, Edited topic, Actor actor, Edit<TopicDraft> edit, string stage, CancellationToken cancellationToken)
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

        var words = string.IsNullOrWhiteSpace(edit.Reason) ? $"Moved “{edit.Draft.Title.Trim()}” to another stage." : edit.Reason;
        var move = await Editing.PrepareAsync(
            path, actor, now.To(now.Draft.Put(topic.Key, stage), words, PathActions.Moved), cancellationToken);
        return move.TryGet(out var moved, out var refusal) ? (await editing.ApplyAsync(db, moved, cancellationToken)).Refusal : refusal;
    }
}
